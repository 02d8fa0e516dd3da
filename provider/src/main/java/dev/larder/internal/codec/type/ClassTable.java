package dev.larder.internal.codec.type;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A table of data by class. It is read for every object that is copied or written, but written to only a few hundred
 * times in all. A read is therefore one probe of an array without locking, and a write copies the array. Kryo's own
 * maps are not thread-safe. {@link ClassValue} is unsuitable: it would keep Larder's classes alive as long as the
 * classes that it describes, and with them a redeployed application. Thread-safe.
 */
public final class ClassTable<V> {
    private final Lock adding = new ReentrantLock();

    /** Classes at even positions, each followed by its value. Never more than half full. */
    private volatile @Nullable Object[] slots = new @Nullable Object[64];

    private int size;

    @SuppressWarnings("unchecked")
    public // only put fills the places
    @Nullable V get(Class<?> type) {
        @Nullable Object[] table = slots;
        int mask = table.length - 1;
        for (int i = place(type, mask); ; i = (i + 2) & mask) {
            Object found = table[i];
            if (found == type) {
                return (V) table[i + 1];
            }
            if (found == null) {
                return null;
            }
        }
    }

    /** Adds a class; if several threads do so, the first value stays. */
    public void put(Class<?> type, V value) {
        adding.lock();
        try {
            if (get(type) == null) {
                add(type, value);
            }
        } finally {
            adding.unlock();
        }
    }

    private void add(Class<?> type, V value) {
        @Nullable Object[] old = slots;
        @Nullable Object[] table = new @Nullable Object[++size * 4 > old.length ? old.length * 2 : old.length];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] instanceof Class<?> known) {
                insert(table, known, old[i + 1]);
            }
        }
        insert(table, type, value);
        slots = table;
    }

    private static void insert(@Nullable Object[] table, Class<?> type, @Nullable Object value) {
        int mask = table.length - 1;
        int i = place(type, mask);
        while (table[i] != null) {
            i = (i + 2) & mask;
        }
        table[i] = type;
        table[i + 1] = value;
    }

    private static int place(Class<?> type, int mask) {
        return (type.hashCode() << 1) & mask;
    }
}
