package dev.larder.contract.cache;

import javax.cache.expiry.Duration;
import javax.cache.expiry.ExpiryPolicy;
import org.jspecify.annotations.Nullable;

/** A policy with a lifetime at creation, which leaves it unchanged at access and update. */
public record KeepingPolicy(Duration creation) implements ExpiryPolicy {
    @Override
    public Duration getExpiryForCreation() {
        return creation;
    }

    @Override
    public @Nullable Duration getExpiryForAccess() {
        return null;
    }

    @Override
    public @Nullable Duration getExpiryForUpdate() {
        return null;
    }
}
