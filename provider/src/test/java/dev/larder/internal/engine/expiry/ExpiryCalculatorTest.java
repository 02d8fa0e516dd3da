package dev.larder.internal.engine.expiry;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.ObjectEntry;
import dev.larder.spi.Stored;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import org.junit.jupiter.api.Test;

class ExpiryCalculatorTest {
    private static final long NOW = 1_000_000;
    private static final Duration TEN = new Duration(SECONDS, 10);
    private static final Stored ENTRY = new ObjectEntry("v", NOW + 77);

    @Test
    void created_updateAndAccess_leaveTheExpiry() {
        ExpiryCalculator created = of(new CreatedExpiryPolicy(TEN));

        assertThat(created.ofCreation(NOW)).isEqualTo(NOW + 10_000);
        assertThat(created.ofUpdate(NOW, ENTRY)).isEqualTo(ENTRY.expiry());
        assertThat(created.ofAccess(NOW, ENTRY)).isEqualTo(ENTRY.expiry());
        assertThat(created.sameForUpdate()).isFalse();
        assertThat(created.ignoreAccess()).isTrue();
    }

    @Test
    void modified_updateIsLikeCreation() {
        ExpiryCalculator modified = of(new ModifiedExpiryPolicy(TEN));

        assertThat(modified.ofUpdate(NOW, ENTRY)).isEqualTo(NOW + 10_000);
        assertThat(modified.sameForUpdate()).isTrue();
        assertThat(modified.ignoreAccess()).isTrue();
    }

    @Test
    void accessed_accessMovesTheExpiry() {
        ExpiryCalculator accessed = of(new AccessedExpiryPolicy(TEN));

        assertThat(accessed.ofAccess(NOW, ENTRY)).isEqualTo(NOW + 10_000);
        assertThat(accessed.ofUpdate(NOW, ENTRY)).isEqualTo(ENTRY.expiry());
        assertThat(accessed.ignoreAccess()).isFalse();
    }

    @Test
    void touched_everythingMovesTheExpiry() {
        ExpiryCalculator touched = of(new TouchedExpiryPolicy(TEN));

        assertThat(touched.ofAccess(NOW, ENTRY)).isEqualTo(NOW + 10_000);
        assertThat(touched.ofUpdate(NOW, ENTRY)).isEqualTo(NOW + 10_000);
        assertThat(touched.sameForUpdate()).isTrue();
    }

    @Test
    void eternal_neverEndsAndIgnoresEverything() {
        ExpiryCalculator eternal = of(new EternalExpiryPolicy());

        assertThat(eternal.ofCreation(NOW)).isEqualTo(Stored.ETERNAL);
        assertThat(eternal.areEternal()).isTrue();
        assertThat(eternal.ofUpdate(NOW, ENTRY)).isEqualTo(ENTRY.expiry());
        assertThat(eternal.sameForUpdate()).isFalse();
        assertThat(eternal.sameForUpdateUnlessOwn()).isTrue();
    }

    @Test
    void eternalOnAccess_lifetimeOfTheEntrysOwn_isLifted() {
        ExpiryCalculator accessed = of(new AccessedExpiryPolicy(Duration.ETERNAL));

        assertThat(accessed.ofAccess(NOW, ENTRY)).isEqualTo(Stored.ETERNAL);
        assertThat(accessed.ignoreAccess()).isFalse();
        assertThat(accessed.ignoreAccessOfEternal()).isTrue();
        assertThat(accessed.areEternal()).isTrue();
    }

    @Test
    void zero_liesInThePastOfEveryClock() {
        assertThat(of(new CreatedExpiryPolicy(Duration.ZERO)).ofCreation(-5)).isLessThanOrEqualTo(-5);
        assertThat(of(policy(() -> Duration.ZERO)).ofCreation(-5)).isLessThanOrEqualTo(-5);
    }

    @Test
    void hugeDuration_saturatesAtEternal() {
        Duration huge = new Duration(SECONDS, Long.MAX_VALUE / 1000);

        assertThat(of(new CreatedExpiryPolicy(huge)).ofCreation(NOW)).isEqualTo(Stored.ETERNAL);
    }

    @Test
    void throwingPolicy_creationIsEternalAndTheRestUnchanged() {
        ExpiryCalculator throwing = of(policy(() -> {
            throw new IllegalArgumentException("no idea");
        }));

        assertThat(throwing.ofCreation(NOW)).isEqualTo(Stored.ETERNAL);
        assertThat(throwing.ofUpdate(NOW, ENTRY)).isEqualTo(ENTRY.expiry());
        assertThat(throwing.ofAccess(NOW, ENTRY)).isEqualTo(ENTRY.expiry());
    }

    @Test
    void customPolicy_isAskedEachTime() {
        int[] calls = new int[1];
        ExpiryCalculator custom = of(policy(() -> {
            calls[0]++;
            return Duration.ONE_MINUTE;
        }));

        assertThat(custom.ofCreation(NOW)).isEqualTo(NOW + 60_000);
        custom.ofCreation(NOW);
        assertThat(calls[0]).isEqualTo(2);
        assertThat(custom.areConstant()).isFalse();
    }

    private static ExpiryCalculator of(ExpiryPolicy policy) {
        return ExpiryCalculator.of(policy, "test");
    }

    private static ExpiryPolicy policy(java.util.function.Supplier<Duration> answer) {
        return new ExpiryPolicy() {
            @Override
            public Duration getExpiryForCreation() {
                return answer.get();
            }

            @Override
            public Duration getExpiryForAccess() {
                return answer.get();
            }

            @Override
            public Duration getExpiryForUpdate() {
                return answer.get();
            }
        };
    }
}
