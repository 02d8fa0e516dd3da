package dev.larder.internal.management;

import dev.larder.internal.statistics.Statistics;
import javax.cache.management.CacheStatisticsMXBean;

/** The MBean of a cache's statistics. */
final class StatisticsBean implements CacheStatisticsMXBean {
    private final Statistics statistics;

    StatisticsBean(Statistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public void clear() {
        statistics.clear();
    }

    @Override
    public long getCacheHits() {
        return statistics.hits();
    }

    @Override
    public float getCacheHitPercentage() {
        return percentageOfGets(getCacheHits());
    }

    @Override
    public long getCacheMisses() {
        return statistics.misses();
    }

    @Override
    public float getCacheMissPercentage() {
        return percentageOfGets(getCacheMisses());
    }

    @Override
    public long getCacheGets() {
        return statistics.hits() + statistics.misses();
    }

    @Override
    public long getCachePuts() {
        return statistics.puts();
    }

    @Override
    public long getCacheRemovals() {
        return statistics.removals();
    }

    @Override
    public long getCacheEvictions() {
        return statistics.evictions();
    }

    @Override
    public float getAverageGetTime() {
        return statistics.gets().meanMicros();
    }

    @Override
    public float getAveragePutTime() {
        return statistics.putTimes().meanMicros();
    }

    @Override
    public float getAverageRemoveTime() {
        return statistics.removeTimes().meanMicros();
    }

    private float percentageOfGets(long part) {
        long gets = getCacheGets();
        return gets == 0 ? 0 : 100f * part / gets;
    }
}
