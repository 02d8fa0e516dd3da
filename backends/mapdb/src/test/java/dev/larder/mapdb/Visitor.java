package dev.larder.mapdb;

import dev.larder.spi.Backend;

/** Opens a store, uses it and closes it. */
public final class Visitor {
    private Visitor() {}

    /**
     * Runs.
     *
     * @param arguments the address
     */
    public static void main(String[] arguments) {
        try (Backend backend = Stores.backend(arguments[0])) {
            Stores.open(backend, "cache").put(Stores.key("a"), Stores.entry("1"));
        }
    }
}
