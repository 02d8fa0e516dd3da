package dev.larder.spi;

/**
 * The classes that one cache may write and read, for a {@link Serializer} that names classes in its bytes. The core
 * asks about the class of the value itself; whatever is named within is for the serialiser to ask about.
 * Thread-safe.
 */
public interface AllowedClasses {
    /**
     * Lets a class pass to the store.
     *
     * @throws RuntimeException if the class is not on the cache's allow-list; the message says how to add it
     */
    void check(Class<?> type);

    /**
     * The class of a name found in bytes, as {@link Class#getName} gives it. It is loaded by the manager's class
     * loader, only if it is on the list, and is not initialised.
     *
     * @throws RuntimeException if the class is not on the cache's allow-list, or not there
     */
    Class<?> load(String name);
}
