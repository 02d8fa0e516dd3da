package dev.larder.internal.engine.operation;

import org.jspecify.annotations.Nullable;

/**
 * What an operation decided after seeing its entry.
 *
 * @param value the value to store, for {@link EntryAction#PUT} and {@link EntryAction#LOAD}
 * @param result what the caller gets
 * @param entryOptions what the value is stored with
 */
public record Decision<V, R>(
        EntryAction entryAction,
        @Nullable V value,
        @Nullable R result,
        LookupOutcome lookupOutcome,
        EntryOptions entryOptions) {

    Decision(EntryAction entryAction, @Nullable V value, @Nullable R result, LookupOutcome lookupOutcome) {
        this(entryAction, value, result, lookupOutcome, EntryOptions.NONE);
    }

    /** The same decision with these write options. */
    public Decision<V, R> withEntryOptions(EntryOptions otherOptions) {
        return new Decision<>(entryAction, value, result, lookupOutcome, otherOptions);
    }

    /** The same decision, but nothing is stored. */
    public Decision<V, R> dropped() {
        return new Decision<>(EntryAction.KEEP, null, result, lookupOutcome);
    }

    public static <V, R> Decision<V, R> keep(@Nullable R result, LookupOutcome lookupOutcome) {
        return new Decision<>(EntryAction.KEEP, null, result, lookupOutcome);
    }

    static <V, R> Decision<V, R> access(@Nullable R result, LookupOutcome lookupOutcome) {
        return new Decision<>(EntryAction.ACCESS, null, result, lookupOutcome);
    }

    static <V, R> Decision<V, R> put(V value, @Nullable R result, LookupOutcome lookupOutcome) {
        return new Decision<>(EntryAction.PUT, value, result, lookupOutcome);
    }

    static <V, R> Decision<V, R> load(V value, @Nullable R result, LookupOutcome lookupOutcome) {
        return new Decision<>(EntryAction.LOAD, value, result, lookupOutcome);
    }

    static <V, R> Decision<V, R> drop() {
        return new Decision<>(EntryAction.DROP, null, null, LookupOutcome.UNCOUNTED);
    }

    static <V, R> Decision<V, R> remove(@Nullable R result, LookupOutcome lookupOutcome) {
        return new Decision<>(EntryAction.REMOVE, null, result, lookupOutcome);
    }
}
