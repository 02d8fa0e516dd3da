package dev.larder.bookstore;

import java.nio.file.Path;

/** Short names for the stores, each with an address that suits one machine. */
final class StoreNames {
    private StoreNames() {}

    /**
     * The address behind a short name; an address stays as it is.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static String address(String name) {
        return switch (name) {
            case "heap" -> "heap:";
            case "mapdb" -> "mapdb:" + Path.of(System.getProperty("java.io.tmpdir"), "larder-bookstore.db");
            case "redis" -> "redis://localhost:6379";
            case "memcached" -> "memcached://localhost:11211";
            default -> checked(name);
        };
    }

    private static String checked(String address) {
        if (address.indexOf(':') > 0) {
            return address;
        }
        throw new IllegalArgumentException("argument '--store' is '" + address
                + "'; it takes heap, mapdb, redis, memcached or an address such as redis://host:6379");
    }
}
