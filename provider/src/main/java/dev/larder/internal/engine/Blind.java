package dev.larder.internal.engine;

import dev.larder.spi.Stored;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The store's verbs for turns that do not look first: plain, or with lifetimes kept and prolonged on the way. */
final class Blind<K> {
    private final Shelf<K, ?> shelf;
    private final Liveness liveness;
    private final Lifetimes lifetimes;
    private final @Nullable TimedShelf<K> timed;
    private final @Nullable TimedShelf<K> touching;

    private Blind(
            Shelf<K, ?> shelf,
            Liveness liveness,
            Lifetimes lifetimes,
            @Nullable TimedShelf<K> timed,
            @Nullable TimedShelf<K> touching) {
        this.shelf = shelf;
        this.liveness = liveness;
        this.lifetimes = lifetimes;
        this.timed = timed;
        this.touching = touching;
    }

    static <K> Blind<K> of(Shelf<K, ?> shelf, Lifetimes lifetimes, Liveness liveness, Shortcuts shortcuts) {
        TimedShelf<K> timed = shortcuts.timed() ? shelf.timed() : null;
        return new Blind<>(shelf, liveness, lifetimes, timed, shortcuts.touch() ? timed : null);
    }

    @Nullable
    Stored read(K key) {
        if (touching == null) {
            return shelf.read(key);
        }
        long now = liveness.now();
        return touching.readTouching(key, now, lifetimes.ofAnyAccess(now));
    }

    List<@Nullable Stored> readAll(List<K> keys) {
        if (touching == null) {
            return shelf.readAll(keys);
        }
        long now = liveness.now();
        return touching.readAllTouching(keys, now, lifetimes.ofAnyAccess(now));
    }

    /**
     * Puts an entry.
     *
     * @param keeping whether it takes over the lifetime of what it replaces; only if the store can do that
     */
    void put(K key, Stored next, boolean keeping) {
        if (keeping && timed != null) {
            timed.putKeeping(key, next, liveness.now());
        } else {
            shelf.put(key, next);
        }
    }

    /** {@link #put} for each, in no order. */
    void putAll(Map<K, Stored> entries, boolean keeping) {
        if (keeping && timed != null) {
            timed.putAllKeeping(entries, liveness.now());
        } else {
            shelf.putAll(entries);
        }
    }

    /** {@link #put}, or a removal if null, and what was there. */
    @Nullable
    Stored swap(K key, @Nullable Stored next, boolean keeping) {
        return keeping && timed != null && next != null
                ? timed.swapKeeping(key, next, liveness.now())
                : shelf.swap(key, next);
    }
}
