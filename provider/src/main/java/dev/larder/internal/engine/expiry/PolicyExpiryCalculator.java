package dev.larder.internal.engine.expiry;

import dev.larder.spi.Stored;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ExpiryPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calculates expiry by asking a user's policy at each event. If the policy throws, JSR-107 requires a default of the
 * implementation: a creation is eternal, and an update or an access changes nothing.
 */
final class PolicyExpiryCalculator extends ExpiryCalculator {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyExpiryCalculator.class);

    private final ExpiryPolicy policy;
    private final String cache;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    PolicyExpiryCalculator(ExpiryPolicy policy, String cache) {
        this.policy = policy;
        this.cache = cache;
    }

    @Override
    public long ofCreation(long now) {
        return moment(ask("creation", policy::getExpiryForCreation), now, Stored.ETERNAL);
    }

    @Override
    public long ofUpdate(long now, Stored current) {
        return moment(ask("update", policy::getExpiryForUpdate), now, current.expiry());
    }

    @Override
    public long ofAccess(long now, Stored current) {
        return moment(ask("access", policy::getExpiryForAccess), now, current.expiry());
    }

    @Override
    public boolean ignoreAccess() {
        return false;
    }

    @Override
    public boolean sameForUpdate() {
        return false;
    }

    @Override
    public boolean sameForUpdateUnlessOwn() {
        return false;
    }

    @Override
    public boolean ignoreAccessOfEternal() {
        return false;
    }

    @Override
    public boolean keepOnUpdate() {
        return false;
    }

    @Override
    public boolean sameForAccess() {
        return false;
    }

    @Override
    public long ofAnyAccess(long now) {
        throw new IllegalStateException("a custom policy must be called for each entry");
    }

    @Override
    public boolean areConstant() {
        return false;
    }

    @Override
    public boolean areEternal() {
        return false;
    }

    private @Nullable Duration ask(String event, Supplier<@Nullable Duration> question) {
        try {
            return question.get();
        } catch (Exception failure) {
            if (reported.add(event)) {
                LOG.warn(
                        "cache '{}': the expiry policy failed on {}; the default applies now and at each later failure",
                        cache,
                        event,
                        failure);
            }
            return null;
        }
    }
}
