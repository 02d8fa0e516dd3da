package dev.larder.internal.management;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.statistics.Statistics;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StatisticsBeanTest {
    private long evicted;
    private final Statistics statistics = new Statistics(() -> evicted);
    private final StatisticsBean bean = new StatisticsBean(statistics);

    @Test
    void untouched_everythingIsZero() {
        assertThat(bean.getCacheHits()).isZero();
        assertThat(bean.getCacheHitPercentage()).isZero();
        assertThat(bean.getCacheMisses()).isZero();
        assertThat(bean.getCacheMissPercentage()).isZero();
        assertThat(bean.getCacheGets()).isZero();
        assertThat(bean.getCachePuts()).isZero();
        assertThat(bean.getCacheRemovals()).isZero();
        assertThat(bean.getCacheEvictions()).isZero();
        assertThat(bean.getAverageGetTime()).isZero();
        assertThat(bean.getAveragePutTime()).isZero();
        assertThat(bean.getAverageRemoveTime()).isZero();
    }

    @Test
    void counted_isShown() {
        statistics.addHits(3);
        statistics.addMisses(1);
        statistics.addPuts(5);
        statistics.addRemovals(6);
        evicted = 7;
        statistics.gets().add(TimeUnit.MICROSECONDS.toNanos(2));
        statistics.putTimes().add(TimeUnit.MICROSECONDS.toNanos(3));
        statistics.removeTimes().add(TimeUnit.MICROSECONDS.toNanos(4));
        assertThat(bean.getCacheHits()).isEqualTo(3);
        assertThat(bean.getCacheHitPercentage()).isEqualTo(75);
        assertThat(bean.getCacheMisses()).isEqualTo(1);
        assertThat(bean.getCacheMissPercentage()).isEqualTo(25);
        assertThat(bean.getCacheGets()).isEqualTo(4);
        assertThat(bean.getCachePuts()).isEqualTo(5);
        assertThat(bean.getCacheRemovals()).isEqualTo(6);
        assertThat(bean.getCacheEvictions()).isEqualTo(7);
        assertThat(bean.getAverageGetTime()).isEqualTo(2);
        assertThat(bean.getAveragePutTime()).isEqualTo(3);
        assertThat(bean.getAverageRemoveTime()).isEqualTo(4);
    }

    @Test
    void clear_afterCalls_resetsToZero() {
        statistics.addHits(3);
        evicted = 7;
        bean.clear();
        evicted = 9;
        assertThat(bean.getCacheHits()).isZero();
        assertThat(bean.getCacheEvictions()).isEqualTo(2);
    }
}
