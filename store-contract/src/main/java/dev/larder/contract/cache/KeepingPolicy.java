package dev.larder.contract.cache;

import javax.cache.expiry.Duration;
import javax.cache.expiry.ExpiryPolicy;
import org.jspecify.annotations.Nullable;

/** A policy that decides at creation and leaves everything as it is later. */
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
