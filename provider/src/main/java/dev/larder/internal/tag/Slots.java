package dev.larder.internal.tag;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A small memory that forgets: each key has one slot, which the last of those that share it has. It grows as
 * long as they fall out with each other, up to a limit. Only for what can be asked for again.
 */
final class Slots<K, V> {
    private static final int FEWEST = 1 << 8;
    private static final int MOST = 1 << 17;

    private volatile AtomicReferenceArray<Slot<K, V>> slots = new AtomicReferenceArray<>(FEWEST);
    private int collisions;

    private record Slot<K, V>(K key, V value) {}

    @Nullable
    V get(K key) {
        AtomicReferenceArray<Slot<K, V>> now = slots;
        Slot<K, V> slot = now.get(indexOf(key, now.length()));
        return slot != null && slot.key.equals(key) ? slot.value : null;
    }

    void forget(K key) {
        AtomicReferenceArray<Slot<K, V>> now = slots;
        int index = indexOf(key, now.length());
        Slot<K, V> slot = now.get(index);
        if (slot != null && slot.key.equals(key)) {
            now.compareAndSet(index, slot, null);
        }
    }

    void put(K key, V value) {
        AtomicReferenceArray<Slot<K, V>> now = slots;
        int index = indexOf(key, now.length());
        Slot<K, V> before = now.getAndSet(index, new Slot<>(key, value));
        if (before != null && !before.key.equals(key) && ++collisions > now.length() / 2) {
            grow(now);
        }
    }

    // Threads that count or grow at once may lose some of it, which costs a trip.
    private void grow(AtomicReferenceArray<Slot<K, V>> now) {
        collisions = 0;
        if (now.length() < MOST) {
            AtomicReferenceArray<Slot<K, V>> larger = new AtomicReferenceArray<>(now.length() * 2);
            for (int i = 0; i < now.length(); i++) {
                Slot<K, V> slot = now.get(i);
                if (slot != null) {
                    larger.set(indexOf(slot.key, larger.length()), slot);
                }
            }
            slots = larger;
        }
    }

    private static int indexOf(Object key, int length) {
        int hash = key.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 16) & length - 1;
    }
}
