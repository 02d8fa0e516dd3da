package dev.larder.internal.engine.operation;

import dev.larder.spi.Stored;

/** The values of entries that can be read. */
public interface StoredValues<V> {

    /** The value of a readable entry, to be returned to the user: a copy if the cache stores by value. */
    V value(Stored entry);

    /** Whether the value of a readable entry equals this one. */
    boolean holds(Stored entry, V value);
}
