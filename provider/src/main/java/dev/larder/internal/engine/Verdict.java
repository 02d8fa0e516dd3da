package dev.larder.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * What an operation decided on seeing its entry.
 *
 * @param value the value to store, for {@link Effect#PUT} and {@link Effect#LOAD}
 * @param result what the caller gets
 * @param terms what the value is stored with
 */
public record Verdict<V, R>(
        Effect effect, @Nullable V value, @Nullable R result, Presence presence, Terms terms) {

    Verdict(Effect effect, @Nullable V value, @Nullable R result, Presence presence) {
        this(effect, value, result, presence, Terms.NONE);
    }

    /** The same, stored with these terms. */
    Verdict<V, R> on(Terms otherTerms) {
        return new Verdict<>(effect, value, result, presence, otherTerms);
    }

    /** The same, but nothing is stored. */
    Verdict<V, R> dropped() {
        return new Verdict<>(Effect.KEEP, null, result, presence);
    }

    static <V, R> Verdict<V, R> keep(@Nullable R result, Presence presence) {
        return new Verdict<>(Effect.KEEP, null, result, presence);
    }

    static <V, R> Verdict<V, R> access(@Nullable R result, Presence presence) {
        return new Verdict<>(Effect.ACCESS, null, result, presence);
    }

    static <V, R> Verdict<V, R> put(V value, @Nullable R result, Presence presence) {
        return new Verdict<>(Effect.PUT, value, result, presence);
    }

    static <V, R> Verdict<V, R> load(V value, @Nullable R result, Presence presence) {
        return new Verdict<>(Effect.LOAD, value, result, presence);
    }

    static <V, R> Verdict<V, R> drop() {
        return new Verdict<>(Effect.DROP, null, null, Presence.UNCOUNTED);
    }

    static <V, R> Verdict<V, R> remove(@Nullable R result, Presence presence) {
        return new Verdict<>(Effect.REMOVE, null, result, presence);
    }
}
