package dev.larder.internal.engine.expiry;

import dev.larder.spi.Stored;
import java.util.Objects;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ExpiryPolicy;
import org.jspecify.annotations.Nullable;

/** Calculates expiry for a policy that always gives the same durations. */
final class ConstantExpiryCalculator extends ExpiryCalculator {
    private static final long UNCHANGED = -1;

    private final long creation;
    private final long update;
    private final long access;

    ConstantExpiryCalculator(ExpiryPolicy policy) {
        creation = millis(policy.getExpiryForCreation());
        update = millis(policy.getExpiryForUpdate());
        access = millis(policy.getExpiryForAccess());
    }

    @Override
    public long ofCreation(long now) {
        return moment(creation, now, Stored.ETERNAL);
    }

    @Override
    public long ofUpdate(long now, Stored current) {
        return moment(update, now, current.expiry());
    }

    @Override
    public long ofAccess(long now, Stored current) {
        return moment(access, now, current.expiry());
    }

    @Override
    public boolean ignoreAccess() {
        return access == UNCHANGED;
    }

    @Override
    public boolean ignoreAccessOfEternal() {
        return access == UNCHANGED || access == Stored.ETERNAL;
    }

    @Override
    public boolean sameForUpdate() {
        return update == creation;
    }

    @Override
    public boolean sameForUpdateUnlessOwn() {
        return update == UNCHANGED && creation == Stored.ETERNAL;
    }

    @Override
    public boolean keepOnUpdate() {
        return update == UNCHANGED;
    }

    @Override
    public boolean sameForAccess() {
        return access > 0 && access != Stored.ETERNAL;
    }

    @Override
    public long ofAnyAccess(long now) {
        return saturatedSum(now, access);
    }

    @Override
    public boolean areConstant() {
        return true;
    }

    @Override
    public boolean areEternal() {
        return creation == Stored.ETERNAL
                && (update == UNCHANGED || update == Stored.ETERNAL)
                && ignoreAccessOfEternal();
    }

    private static long moment(long millis, long now, long current) {
        if (millis == UNCHANGED) {
            return current;
        }
        return millis == 0 ? AT_ONCE : saturatedSum(now, millis);
    }

    private static long millis(@Nullable Duration duration) {
        if (duration == null) {
            return UNCHANGED;
        }
        return duration.isEternal()
                ? Stored.ETERNAL
                : Objects.requireNonNull(duration.getTimeUnit()).toMillis(duration.getDurationAmount());
    }
}
