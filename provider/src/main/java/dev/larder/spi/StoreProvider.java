package dev.larder.spi;

import java.util.Set;

/** Opens backends for the addresses of its schemes. Found by {@link java.util.ServiceLoader}. */
public interface StoreProvider {
    /** The URI schemes that this provider serves, in lower case: {@code heap}, {@code redis}, … */
    Set<String> schemes();

    /**
     * Whether the stores of this provider are {@link ObjectStore}s, which can keep values by reference.
     * Constant; asked before anything is opened.
     */
    default boolean keepsObjects() {
        return false;
    }

    /**
     * Opens what the caches of one manager share: a file, a pool of connections. A remote server that
     * is down is no reason to fail here; an address that makes no sense is.
     *
     * @throws IllegalArgumentException naming the setting, its value and what is allowed
     */
    Backend open(BackendSetup setup);
}
