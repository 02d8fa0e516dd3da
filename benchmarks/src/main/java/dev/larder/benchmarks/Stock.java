package dev.larder.benchmarks;

import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/** The keys and values that a benchmark uses, made beforehand. */
final class Stock<V> {
    /** How many keys there are that no cache is filled with, a power of two; far more than a cache holds. */
    static final int STRANGERS = 1 << 19;

    private final IntFunction<V> maker;
    private final String[] keys = new String[KeySequence.COUNT];
    private final Object[] values = new Object[KeySequence.COUNT];
    private final String[] strangers = new String[STRANGERS];

    /**
     * @param maker the value of a key's number
     */
    Stock(IntFunction<V> maker) {
        this.maker = maker;
    }

    /** Puts every key once, and gets the draws ready. */
    void fill(BiConsumer<String, V> put) {
        Object[] made = new Object[Sizes.KEYS];
        for (int number = 0; number < Sizes.KEYS; number++) {
            V value = maker.apply(number);
            made[number] = value;
            put.accept(KeySequence.key(number), value);
        }
        int[] draws = KeySequence.of(Sizes.KEYS);
        for (int position = 0; position < KeySequence.COUNT; position++) {
            keys[position] = KeySequence.key(draws[position]);
            values[position] = made[draws[position]];
        }
        for (int stranger = 0; stranger < STRANGERS; stranger++) {
            strangers[stranger] = KeySequence.key(Sizes.KEYS + stranger);
        }
    }

    /** The key of a draw: equal to one that is in the cache, but not the same object. */
    String key(int position) {
        return keys[position];
    }

    /** The value that belongs to the key of a draw. */
    @SuppressWarnings("unchecked") // made by the maker
    V value(int position) {
        return (V) values[position];
    }

    /** A key that no cache is filled with. */
    String stranger(int number) {
        return strangers[number];
    }
}
