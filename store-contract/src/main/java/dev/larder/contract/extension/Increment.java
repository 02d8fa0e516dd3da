package dev.larder.contract.extension;

import javax.cache.processor.EntryProcessor;
import javax.cache.processor.MutableEntry;

/** Adds one to a number, or starts at one. */
public final class Increment implements EntryProcessor<String, Integer, Integer> {
    public static final Increment BY_ONE = new Increment();

    private Increment() {}

    @Override
    public Integer process(MutableEntry<String, Integer> entry, Object... arguments) {
        int next = entry.exists() ? entry.getValue() + 1 : 1;
        entry.setValue(next);
        return next;
    }
}
