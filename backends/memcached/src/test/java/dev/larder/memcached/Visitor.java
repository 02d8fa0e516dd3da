package dev.larder.memcached;

import dev.larder.spi.Stored;

/** Opens a store, uses it and closes it. */
public final class Visitor {
    private Visitor() {}

    /**
     * Runs.
     *
     * @param arguments the address
     */
    public static void main(String[] arguments) {
        try (Opened opened = new Opened(arguments[0], "visited")) {
            opened.store.put(Opened.key("a"), Opened.entry("1", Stored.ETERNAL));
            opened.store.iterator().forEachRemaining(each -> {});
        }
    }
}
