package dev.larder.internal.cache;

import dev.larder.Lease;
import dev.larder.PutOptions;
import dev.larder.internal.engine.operation.EntryOptions;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.cache.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** The argument checks that JSR-107 requires, with messages that name the cache. */
final class ArgumentChecks<K, V> {
    private final String cache;
    private final Class<K> keyType;
    private final Class<V> valueType;

    ArgumentChecks(String cache, Configuration<K, V> configuration) {
        this.cache = cache;
        this.keyType = configuration.getKeyType();
        this.valueType = configuration.getValueType();
    }

    K key(@Nullable K key) {
        return notNull(key, "the key");
    }

    /** A key to be stored. It must also be of the cache's key type. */
    K newKey(@Nullable K key) {
        return typed(notNull(key, "the key"), keyType, "key");
    }

    V value(@Nullable V value) {
        return typed(notNull(value, "the value"), valueType, "value");
    }

    Set<K> keys(@Nullable Set<? extends K> keys) {
        Set<K> checked = new LinkedHashSet<>();
        for (K key : notNull(keys, "the set of keys")) {
            checked.add(notNull(key, "a key of the set"));
        }
        return checked;
    }

    Map<K, V> entries(@Nullable Map<? extends K, ? extends V> entries) {
        Map<K, V> checked = new LinkedHashMap<>();
        notNull(entries, "the map").forEach((key, value) -> checked.put(newKey(key), value(value)));
        return checked;
    }

    Set<String> tags(@Nullable Set<String> tags) {
        Set<String> checked = Set.copyOf(notNull(tags, "the set of tags"));
        if (checked.contains("")) {
            throw new IllegalArgumentException("cache '" + cache + "': a tag is empty; give it a character or more");
        }
        return checked;
    }

    EntryOptions entryOptions(@Nullable PutOptions options) {
        PutOptions given = notNull(options, "the options");
        Lease lease = given.lease();
        if (lease != null && !(lease instanceof TagSnapshotLease)) {
            throw new IllegalArgumentException("cache '" + cache + "': a lease of class "
                    + lease.getClass().getName() + " does not come from Larder; take one with lease(tags)");
        }
        return new EntryOptions(
                given.tags(),
                given.lifetime(),
                lease instanceof TagSnapshotLease taken ? taken.tagSnapshot() : null,
                given.validator(),
                given.compressor());
    }

    <T> T notNull(@Nullable T argument, String what) {
        if (argument == null) {
            throw new NullPointerException("cache '" + cache + "': " + what + " is null");
        }
        return argument;
    }

    private <T> T typed(T object, Class<T> type, String what) {
        if (type != Object.class && !type.isInstance(object)) {
            throw new ClassCastException("cache '" + cache + "': the " + what + " '" + object + "' is a "
                    + object.getClass().getName() + ", but the cache was created for " + what + "s of "
                    + type.getName());
        }
        return object;
    }
}
