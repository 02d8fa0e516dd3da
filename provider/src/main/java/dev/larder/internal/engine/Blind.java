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
    private final @Nullable TimedShelf<K> keeping;
    private final @Nullable TimedShelf<K> touching;

    private Blind(
            Shelf<K, ?> shelf,
            Liveness liveness,
            Lifetimes lifetimes,
            @Nullable TimedShelf<K> keeping,
            @Nullable TimedShelf<K> touching) {
        this.shelf = shelf;
        this.liveness = liveness;
        this.lifetimes = lifetimes;
        this.keeping = keeping;
        this.touching = touching;
    }

    static <K> Blind<K> of(Shelf<K, ?> shelf, Lifetimes lifetimes, Liveness liveness, Shortcuts shortcuts) {
        TimedShelf<K> timed = shelf.timed();
        return new Blind<>(
                shelf, liveness, lifetimes, shortcuts.keep() ? timed : null, shortcuts.touch() ? timed : null);
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

    void put(K key, Stored next) {
        if (keeping == null) {
            shelf.put(key, next);
        } else {
            keeping.putKeeping(key, next, liveness.now());
        }
    }

    void putAll(Map<K, Stored> entries) {
        if (keeping == null) {
            shelf.putAll(entries);
        } else {
            keeping.putAllKeeping(entries, liveness.now());
        }
    }

    @Nullable
    Stored swap(K key, @Nullable Stored next) {
        return keeping == null || next == null ? shelf.swap(key, next) : keeping.swapKeeping(key, next, liveness.now());
    }
}
