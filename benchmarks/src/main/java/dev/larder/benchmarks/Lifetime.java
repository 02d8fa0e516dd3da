package dev.larder.benchmarks;

import java.util.concurrent.TimeUnit;
import javax.cache.configuration.Factory;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;

/** When entries expire. The hour is long enough for none to do so while it is measured. */
enum Lifetime {
    ETERNAL {
        @Override
        Factory<ExpiryPolicy> policy() {
            return EternalExpiryPolicy.factoryOf();
        }
    },
    CREATED {
        @Override
        Factory<ExpiryPolicy> policy() {
            return CreatedExpiryPolicy.factoryOf(HOUR);
        }
    },
    ACCESSED {
        @Override
        Factory<ExpiryPolicy> policy() {
            return AccessedExpiryPolicy.factoryOf(HOUR);
        }
    };

    private static final Duration HOUR = new Duration(TimeUnit.HOURS, 1);

    abstract Factory<ExpiryPolicy> policy();
}
