package dev.larder.internal.cache;

import dev.larder.LarderEntry;
import dev.larder.internal.Unwrapping;
import dev.larder.internal.engine.expiry.ExpiryFormat;
import dev.larder.internal.engine.operation.TaggedEntry;
import dev.larder.internal.engine.operation.ValidatableEntry;
import dev.larder.spi.Stored;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entry as it was when it was read. */
record ReadEntry<K, V>(K key, V value, @Nullable Stored stored) implements LarderEntry<K, V> {
    @Override
    public K getKey() {
        return key;
    }

    @Override
    public V getValue() {
        return value;
    }

    @Override
    public @Nullable Instant expiresAt() {
        return ExpiryFormat.instantOf(stored);
    }

    @Override
    public Set<String> tags() {
        return TaggedEntry.of(stored);
    }

    @Override
    public @Nullable String validator() {
        return ValidatableEntry.of(stored);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return Unwrapping.unwrap(type, this);
    }
}
