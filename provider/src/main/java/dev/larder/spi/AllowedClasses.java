package dev.larder.spi;

import java.util.Set;

/**
 * The classes that one cache may write and read, for a {@link Serializer} that names classes in its bytes. The core
 * checks the class of the value itself. The serialiser must check every class that is named inside. Thread-safe.
 */
public interface AllowedClasses {
    /**
     * Checks that a class may be written to the store.
     *
     * @throws RuntimeException if the class is not on the cache's allow-list; the message says how to add it
     */
    void check(Class<?> type);

    /**
     * Loads the class of a name found in bytes, as {@link Class#getName} returns it. The manager's class loader loads
     * it only if it is on the list, and does not initialise it.
     *
     * @throws RuntimeException if the class is not on the cache's allow-list, or does not exist
     */
    Class<?> load(String name);

    /** The declared key and value types of the cache. What is read must be assignable to them; empty if unknown. */
    default Set<Class<?>> declaredTypes() {
        return Set.of();
    }
}
