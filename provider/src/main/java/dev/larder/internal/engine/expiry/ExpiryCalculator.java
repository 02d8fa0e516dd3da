package dev.larder.internal.engine.expiry;

import dev.larder.spi.Stored;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Calculates the expiry of entries from an expiry policy, in milliseconds since the epoch. The standard's five policies
 * always give the same durations, so each is asked once. Any other policy is asked at each event, as often as the
 * standard requires.
 */
public abstract class ExpiryCalculator {
    /** An expiry in the past of every clock. */
    public static final long AT_ONCE = Long.MIN_VALUE;

    public static ExpiryCalculator of(ExpiryPolicy policy, String cache) {
        return isStandard(policy.getClass())
                ? new ConstantExpiryCalculator(policy)
                : new PolicyExpiryCalculator(policy, cache);
    }

    /** The expiry of an entry created now. */
    public abstract long ofCreation(long now);

    /** The expiry of an entry updated now. */
    public abstract long ofUpdate(long now, Stored current);

    /** The expiry of an entry accessed now. */
    public abstract long ofAccess(long now, Stored current);

    /** Whether an access never changes the expiry. */
    public abstract boolean ignoreAccess();

    /** Whether an update and a creation always give the same expiry, whatever the entry. */
    public abstract boolean sameForUpdate();

    /** {@link #sameForUpdate}, except for entries with their own lifetime, which keep it. */
    public abstract boolean sameForUpdateUnlessOwn();

    /** Whether an update never changes the expiry. */
    public abstract boolean keepOnUpdate();

    /** Whether an access never changes the expiry of eternal entries. */
    public abstract boolean ignoreAccessOfEternal();

    /** Whether an access always gives the same lifetime, whatever the entry. */
    public abstract boolean sameForAccess();

    /** The expiry of any entry accessed now. Call it only if {@link #sameForAccess()}. */
    public abstract long ofAnyAccess(long now);

    /** Whether the policy may be asked at any time and any number of times. */
    public abstract boolean areConstant();

    /** Whether no entry ever expires, except entries with their own lifetime. */
    public abstract boolean areEternal();

    /**
     * The millisecond in which a duration that begins now ends.
     *
     * @param duration null for «unchanged»
     * @param current the result for «unchanged»
     */
    static long moment(@Nullable Duration duration, long now, long current) {
        if (duration == null) {
            return current;
        }
        if (duration.isEternal()) {
            return Stored.ETERNAL;
        }
        return duration.isZero()
                ? AT_ONCE
                : saturatedSum(now, duration.getTimeUnit().toMillis(duration.getDurationAmount()));
    }

    /** The millisecond in which a lifetime that begins now ends. */
    public static long expiryAfter(java.time.Duration lifetime, long now) {
        if (lifetime.isNegative() || lifetime.isZero()) {
            return AT_ONCE;
        }
        long most = Stored.ETERNAL / 1000;
        return lifetime.getSeconds() >= most ? Stored.ETERNAL : saturatedSum(now, Math.max(1, lifetime.toMillis()));
    }

    static long saturatedSum(long now, long millis) {
        return millis >= Stored.ETERNAL - now ? Stored.ETERNAL : now + millis;
    }

    private static boolean isStandard(Class<?> policy) {
        return policy == EternalExpiryPolicy.class
                || policy == CreatedExpiryPolicy.class
                || policy == ModifiedExpiryPolicy.class
                || policy == AccessedExpiryPolicy.class
                || policy == TouchedExpiryPolicy.class;
    }
}
