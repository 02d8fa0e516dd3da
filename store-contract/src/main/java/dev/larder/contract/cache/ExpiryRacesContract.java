package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.contract.CacheCase;
import dev.larder.contract.ParallelThreads;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import javax.cache.Cache;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that an expired entry is absent for all threads at once, and that one of them reports it. */
@Timeout(120)
public abstract class ExpiryRacesContract extends CacheCase {
    private static final int THREADS = 8;
    private static final int ROUNDS = 100;

    private final AtomicInteger expired = new AtomicInteger();
    private Cache<String, Integer> cache;

    @BeforeEach
    void createCache() {
        assumeTrue(trialSetup().steerable(), "the backend has a clock of its own");
        CacheEntryExpiredListener<String, Integer> listener =
                events -> events.forEach(each -> expired.incrementAndGet());
        cache = cache(configuration()
                .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(new Duration(TimeUnit.MINUTES, 10)))
                .addCacheEntryListenerConfiguration(
                        new MutableCacheEntryListenerConfiguration<>(() -> listener, null, false, true)));
    }

    @Test
    void get_manyThreadsFindItExpired_reportItOnce() {
        afterExpiry(round -> assertThat(cache.get("k" + round)).isNull());
        assertThat(expired).hasValue(ROUNDS);
    }

    @Test
    void putIfAbsent_manyThreadsFindItExpired_electOneAndReportItOnce() {
        AtomicInteger elected = new AtomicInteger();
        afterExpiry(round -> elected.addAndGet(cache.putIfAbsent("k" + round, 2) ? 1 : 0));
        assertThat(elected).hasValue(ROUNDS);
        assertThat(expired).hasValue(ROUNDS);
    }

    @Test
    void remove_manyThreadsFindItExpired_removeNothingAndReportItOnce() {
        afterExpiry(round -> assertThat(cache.remove("k" + round)).isFalse());
        assertThat(expired).hasValue(ROUNDS);
    }

    private void afterExpiry(IntConsumer call) {
        for (int i = 0; i < ROUNDS; i++) {
            int round = i;
            cache.put("k" + round, 1);
            clock.passMinutes(11);
            ParallelThreads.run(THREADS, thread -> call.accept(round));
        }
    }
}
