package dev.larder.internal.engine;

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
 * The lifetimes of a policy of the user's. If it throws, JSR-107 asks for a default of the
 * implementation's: a creation is eternal then, an update or an access changes nothing.
 */
final class PolicyLifetimes extends Lifetimes {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyLifetimes.class);

    private final ExpiryPolicy policy;
    private final String cache;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    PolicyLifetimes(ExpiryPolicy policy, String cache) {
        this.policy = policy;
        this.cache = cache;
    }

    @Override
    long ofCreation(long now) {
        return moment(ask("creation", policy::getExpiryForCreation), now, Stored.ETERNAL);
    }

    @Override
    long ofUpdate(long now, Stored current) {
        return moment(ask("update", policy::getExpiryForUpdate), now, current.expiry());
    }

    @Override
    long ofAccess(long now, Stored current) {
        return moment(ask("access", policy::getExpiryForAccess), now, current.expiry());
    }

    @Override
    boolean ignoreAccess() {
        return false;
    }

    @Override
    boolean sameForUpdate() {
        return false;
    }

    @Override
    boolean sameForUpdateUnlessOwn() {
        return false;
    }

    @Override
    boolean ignoreAccessOfEternal() {
        return false;
    }

    @Override
    boolean keepOnUpdate() {
        return false;
    }

    @Override
    boolean sameForAccess() {
        return false;
    }

    @Override
    long ofAnyAccess(long now) {
        throw new IllegalStateException("a custom policy is asked about each entry");
    }

    @Override
    boolean areConstant() {
        return false;
    }

    @Override
    boolean areEternal() {
        return false;
    }

    private @Nullable Duration ask(String event, Supplier<@Nullable Duration> question) {
        try {
            return question.get();
        } catch (RuntimeException failure) {
            if (reported.add(event)) {
                LOG.warn(
                        "cache '{}': the expiry policy failed on {}; the default applies, then and whenever it fails again",
                        cache,
                        event,
                        failure);
            }
            return null;
        }
    }
}
