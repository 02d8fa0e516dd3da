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
 * An expiry policy, turned into moments. The standard's five policies always answer the same, so they
 * are asked once; any other is asked at each event, as often as the standard says and no more.
 */
public abstract class ExpiryCalculator {
    /** An expiry that lies in the past of every clock. */
    public static final long AT_ONCE = Long.MIN_VALUE;

    public static ExpiryCalculator of(ExpiryPolicy policy, String cache) {
        return isStandard(policy.getClass())
                ? new ConstantExpiryCalculator(policy)
                : new PolicyExpiryCalculator(policy, cache);
    }

    /** When an entry created now expires. */
    public abstract long ofCreation(long now);

    /** When an entry updated now expires. */
    public abstract long ofUpdate(long now, Stored current);

    /** When an entry accessed now expires. */
    public abstract long ofAccess(long now, Stored current);

    /** Whether an access leaves every entry as it is. */
    public abstract boolean ignoreAccess();

    /** Whether an update and a creation always give the same, without a look at the entry. */
    public abstract boolean sameForUpdate();

    /** {@link #sameForUpdate}, but for entries whose lifetime is their own: these keep it. */
    public abstract boolean sameForUpdateUnlessOwn();

    /** Whether an update leaves the expiry of every entry that is there as it is. */
    public abstract boolean keepOnUpdate();

    /** Whether an access leaves every eternal entry as it is. */
    public abstract boolean ignoreAccessOfEternal();

    /** Whether an access always gives the same lifetime, without a look at the entry. */
    public abstract boolean sameForAccess();

    /** When an entry accessed now expires, whatever it is. Only if {@link #sameForAccess()}. */
    public abstract long ofAnyAccess(long now);

    /** Whether the policy may be asked at any time, and any number of times. */
    public abstract boolean areConstant();

    /** Whether no entry ever expires, but for those whose lifetime is their own. */
    public abstract boolean areEternal();

    /** The moment a duration ends. {@code current} stands for «unchanged». */
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

    /** The moment a lifetime ends that begins now. */
    public static long momentAfter(java.time.Duration lifetime, long now) {
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
