package dev.larder.spi;

import java.util.Set;

/** Opens backends for the addresses of its schemes. Found by {@link java.util.ServiceLoader}. */
public interface StoreProvider {
    /** The URI schemes that this provider serves, in lower case: {@code heap}, {@code redis}, … */
    Set<String> schemes();

    /**
     * Whether the stores of this provider are {@link ObjectStore}s, which can keep values by reference. Constant;
     * called before anything is opened.
     */
    default boolean keepsObjects() {
        return false;
    }

    /**
     * Opens what the caches of one manager share: a file, a connection pool. It must not fail because a remote server
     * is down, but it must fail on an invalid address.
     *
     * @throws IllegalArgumentException naming the setting, its value and the allowed values
     */
    Backend open(BackendSetup setup);
}
