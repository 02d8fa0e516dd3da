package dev.larder.contract.model;

import static dev.larder.contract.model.PolicyAnswer.AT_ONCE;
import static dev.larder.contract.model.PolicyAnswer.FAILURE;
import static dev.larder.contract.model.PolicyAnswer.FOR_EVER;
import static dev.larder.contract.model.PolicyAnswer.LATER;
import static dev.larder.contract.model.PolicyAnswer.NULL;
import static dev.larder.contract.model.PolicyAnswer.SOON;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import org.jspecify.annotations.Nullable;

/** The expiry policies of the trials: those of JSR-107, and some that users might write. */
public enum Expiry {
    ETERNAL(FOR_EVER, NULL, NULL, unused -> new EternalExpiryPolicy()),
    CREATED(SOON, NULL, NULL, CreatedExpiryPolicy::new),
    MODIFIED(SOON, SOON, NULL, ModifiedExpiryPolicy::new),
    ACCESSED(SOON, NULL, SOON, AccessedExpiryPolicy::new),
    TOUCHED(SOON, SOON, SOON, TouchedExpiryPolicy::new),
    CREATED_ZERO(AT_ONCE, NULL, NULL, unused -> new CreatedExpiryPolicy(Duration.ZERO)),
    ZERO_ON_CREATION(AT_ONCE, SOON, SOON),
    ZERO_ON_UPDATE(FOR_EVER, AT_ONCE, NULL),
    ZERO_ON_ACCESS(LATER, SOON, AT_ONCE),
    CUSTOM(LATER, SOON, NULL),
    CUSTOM_ON_ACCESS(FOR_EVER, LATER, SOON),
    NULL_RETURNING(NULL, NULL, NULL),
    THROWING(FAILURE, FAILURE, FAILURE),
    THROWING_ON_TOUCH(SOON, FAILURE, FAILURE);

    final PolicyAnswer onCreation;
    final PolicyAnswer onUpdate;
    final PolicyAnswer onAccess;
    private final @Nullable Function<Duration, ExpiryPolicy> standard;

    Expiry(PolicyAnswer onCreation, PolicyAnswer onUpdate, PolicyAnswer onAccess) {
        this(onCreation, onUpdate, onAccess, null);
    }

    Expiry(
            PolicyAnswer onCreation,
            PolicyAnswer onUpdate,
            PolicyAnswer onAccess,
            @Nullable Function<Duration, ExpiryPolicy> standard) {
        this.onCreation = onCreation;
        this.onUpdate = onUpdate;
        this.onAccess = onAccess;
        this.standard = standard;
    }

    /** Whether the policy records its calls. */
    boolean counts() {
        return standard == null;
    }

    ExpiryPolicy policy(UserCallLog calls) {
        return standard == null ? new Policy(calls) : standard.apply(new Duration(TimeUnit.MINUTES, 10));
    }

    /** A user's policy, which returns fixed answers and records its calls. */
    private final class Policy implements ExpiryPolicy {
        private final UserCallLog calls;

        Policy(UserCallLog calls) {
            this.calls = calls;
        }

        @Override
        @SuppressWarnings("NullAway") // a policy with a bug
        public Duration getExpiryForCreation() {
            calls.add("creation");
            return onCreation.given();
        }

        @Override
        @SuppressWarnings("NullAway") // JSR-107 allows null
        public Duration getExpiryForAccess() {
            calls.add("access");
            return onAccess.given();
        }

        @Override
        @SuppressWarnings("NullAway") // JSR-107 allows null
        public Duration getExpiryForUpdate() {
            calls.add("update");
            return onUpdate.given();
        }
    }
}
