package dev.larder.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.Stored;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Plays on a store and watches that nothing comes back: not what was exchanged, not what was there
 * before a key was found empty, not what was there before a clear. And that only one exchange of an
 * entry succeeds. Time is a counter; only what had ended before a call began is held against it.
 */
final class Referee {
    private final ObjectStore store;
    private final AtomicLong clock = new AtomicLong();
    private final AtomicLongArray emptied;

    Referee(ObjectStore store, int keys) {
        this.store = store;
        this.emptied = new AtomicLongArray(keys);
    }

    /** Reads. */
    @Nullable
    ObjectEntry look(int key) {
        long floor = emptied.get(key);
        long begin = clock.incrementAndGet();
        return judged(store.read(key), begin, floor);
    }

    /** Exchanges what it just saw for something new, or for nothing. Whether it could. */
    boolean replace(int key, @Nullable ObjectEntry seen, boolean byNothing) {
        long floor = emptied.get(key);
        long begin = clock.incrementAndGet();
        Version version = new Version();
        ObjectEntry next = byNothing && seen != null ? null : new ObjectEntry(version, Stored.ETERNAL);
        ObjectEntry witness = store.exchange(key, seen, next);
        long end = clock.incrementAndGet();
        if (witness != seen) {
            judged(witness, begin, floor);
            return false;
        }
        version.storedAt = end;
        if (seen == null) {
            emptied.accumulateAndGet(key, begin, Math::max);
        } else {
            assertThat(version(seen).goneAt.compareAndSet(0, end))
                    .as("exchanged by one caller only")
                    .isTrue();
        }
        return true;
    }

    /** Clears. */
    void clear() {
        long begin = clock.incrementAndGet();
        store.clear();
        for (int key = 0; key < emptied.length(); key++) {
            emptied.accumulateAndGet(key, begin, Math::max);
        }
    }

    private @Nullable ObjectEntry judged(@Nullable ObjectEntry found, long begin, long floor) {
        if (found != null) {
            long gone = version(found).goneAt.get();
            assertThat(gone != 0 && gone < begin)
                    .as("given although exchanged before")
                    .isFalse();
            long stored = version(found).storedAt;
            assertThat(stored != 0 && stored < floor)
                    .as("given although it had left")
                    .isFalse();
        }
        return found;
    }

    private static Version version(ObjectEntry entry) {
        return (Version) entry.value();
    }
}
