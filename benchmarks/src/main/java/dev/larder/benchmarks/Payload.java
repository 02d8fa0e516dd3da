package dev.larder.benchmarks;

import java.io.Serializable;

/** The kinds of value that are kept by value. */
public enum Payload {
    ORDER("object of 8 fields", Order.class) {
        @Override
        Object value(int number) {
            return Order.of(number);
        }
    },
    STRING("string", String.class) {
        @Override
        Object value(int number) {
            return "value " + number;
        }
    },
    BOXED("boxed long", Long.class) {
        @Override
        Object value(int number) {
            return Long.MAX_VALUE - number;
        }
    },
    RECORD("record", Place.class) {
        @Override
        Object value(int number) {
            return new Place("shelf " + number, number);
        }
    };

    private final String title;
    private final Class<?> type;

    Payload(String title, Class<?> type) {
        this.title = title;
        this.type = type;
    }

    /** The name in tables. */
    String title() {
        return title;
    }

    abstract Object value(int number);

    @SuppressWarnings("unchecked") // the benchmark treats all of them as objects
    Scenario<String, Object> scenario() {
        return new Scenario<>(String.class, (Class<Object>) type, true, false, Lifetime.ETERNAL);
    }

    /** A record of a string and a number. */
    record Place(String shelf, int level) implements Serializable {}
}
