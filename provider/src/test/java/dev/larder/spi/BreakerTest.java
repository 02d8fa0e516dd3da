package dev.larder.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration MORE_THAN_A_MOMENT = Duration.ofMillis(100);

    private final AtomicLong now = new AtomicLong(42);
    private final Breaker breaker = new Breaker(3, PAUSE, now::get);

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void failed_fewerTimesThanAllowed_letsAllThrough() {
        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void failed_asOftenAsAllowed_saysSoOnceAndLetsOneTryAfterEachPause() {
        breaker.failed();
        breaker.failed();
        assertThat(breaker.failed()).isTrue();
        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.allows()).isFalse();
        passes(PAUSE);
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isFalse();
        passes(PAUSE);
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void succeeded_afterAllWasLost_saysSoAndLetsAllThrough() {
        breaker.failed();
        breaker.failed();
        breaker.failed();
        assertThat(breaker.succeeded()).isTrue();
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.succeeded()).isFalse();
    }

    @Test
    void succeeded_betweenFailures_restartsTheCount() {
        breaker.failed();
        breaker.failed();
        assertThat(breaker.succeeded()).isFalse();
        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void timedOut_once_opensForAMomentThenCloses() {
        assertThat(breaker.timedOut()).isFalse();
        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.allows()).isFalse();
        passes(MORE_THAN_A_MOMENT);
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void timedOut_asOftenAsAllowed_leavesAloneForThePause() {
        breaker.timedOut();
        breaker.timedOut();
        assertThat(breaker.timedOut()).isTrue();
        passes(MORE_THAN_A_MOMENT);
        assertThat(breaker.allows()).isFalse();
        passes(PAUSE);
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void succeeded_rightAfterATimeout_endsTheMoment() {
        breaker.timedOut();
        assertThat(breaker.succeeded()).isFalse();
        assertThat(breaker.allows()).isTrue();
    }
}
