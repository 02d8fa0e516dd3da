package dev.larder.internal.engine.store;

import dev.larder.Lifetime;
import dev.larder.Tagger;
import dev.larder.internal.engine.operation.EntryOptions;
import dev.larder.internal.engine.operation.TaggedEntry;
import dev.larder.internal.tag.TagStamps;
import dev.larder.internal.tag.Tags;
import dev.larder.internal.tag.Tags.TagSnapshot;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;

/** Determines the tags and the lifetime of an entry, and the stamps of its tags. */
public final class EntryTagging<K, V> {
    private final String cache;
    private final Tags tags;
    private final @Nullable Tagger<? super K, ? super V> tagger;
    private final @Nullable Lifetime<? super K, ? super V> lifetime;
    private volatile boolean used;
    private volatile long lastInvalidations;

    public EntryTagging(
            String cache,
            Tags tags,
            @Nullable Tagger<? super K, ? super V> tagger,
            @Nullable Lifetime<? super K, ? super V> lifetime) {
        this.cache = cache;
        this.tags = tags;
        this.tagger = tagger;
        this.lifetime = lifetime;
    }

    /** The tags of an entry; none of them is empty. Calls user code. */
    public Set<String> tagsOf(K key, V value, EntryOptions entryOptions) {
        TagSnapshot tagSnapshot = entryOptions.tagSnapshot();
        if (tagger == null) {
            return tagSnapshot == null ? entryOptions.tags() : union(entryOptions.tags(), tagSnapshot.names());
        }
        Set<String> own = calling("tagger", key, () -> tagger.tags(key, value));
        if (own == null || hasBlanks(own)) {
            throw new CacheException("cache '" + cache + "': the tagger gave key '" + key + "' "
                    + (own == null
                            ? "null; let it give an empty set"
                            : "a tag that is null or empty; let it leave that out"));
        }
        return union(union(own, entryOptions.tags()), tagSnapshot == null ? Set.of() : tagSnapshot.names());
    }

    /** The lifetime of an entry, null if the policy decides. Calls user code. */
    public @Nullable Duration lifetimeOf(K key, V value, EntryOptions entryOptions) {
        if (entryOptions.lifetime() != null || lifetime == null) {
            return entryOptions.lifetime();
        }
        return calling("lifetime function", key, () -> lifetime.lifetime(key, value));
    }

    private <T> @Nullable T calling(String what, K key, Supplier<@Nullable T> call) {
        try {
            return call.get();
        } catch (Exception failure) {
            throw new CacheException(
                    "cache '" + cache + "': the " + what + " failed on key '" + key + "': " + failure, failure);
        }
    }

    private static boolean hasBlanks(Set<@Nullable String> tags) {
        for (String tag : tags) {
            if (tag == null || tag.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> union(Set<String> some, Collection<String> others) {
        if (others.isEmpty()) {
            return some;
        }
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /**
     * The stamps for these tags.
     *
     * @param source the entry that the value was computed from, null if there is none
     * @param checked whether the store checks stamps in the round trip of the write
     * @return null if a tag was invalidated after the tag snapshot
     */
    public @Nullable TagStamps stamps(
            Set<String> names, EntryOptions entryOptions, @Nullable Stored source, boolean checked) {
        if (!used) {
            used = true;
        }
        TagSnapshot tagSnapshot = entryOptions.tagSnapshot();
        return tagSnapshot == null
                ? tags.current(names, TaggedEntry.stampsOf(source), checked)
                : tags.asOf(tagSnapshot, names, checked);
    }

    /** A tag snapshot to take before a load, null if the value cannot have tags. */
    public @Nullable TagSnapshot snapshotBeforeLoad() {
        return snapshotBeforeLoad(Set.of());
    }

    /**
     * A tag snapshot to take before a value with these tags, or those of the tagger, is computed; null if it cannot
     * have tags.
     */
    public @Nullable TagSnapshot snapshotBeforeLoad(Set<String> names) {
        return tagger == null && names.isEmpty() ? null : tags.takeSnapshot(names);
    }

    /**
     * Whether tags were invalidated in this JVM since the last call, and the cache may have entries with tags. For a
     * single caller, since each call resets the answer.
     */
    public boolean invalidatedSinceLastCall() {
        long now = tags.invalidations();
        boolean moved = used && now != lastInvalidations;
        lastInvalidations = now;
        return moved;
    }

    /** Whether the configuration has a tagger. */
    public boolean hasTagger() {
        return tagger != null;
    }
}
