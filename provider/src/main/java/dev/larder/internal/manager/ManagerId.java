package dev.larder.internal.manager;

import dev.larder.spi.StoreAddress;
import java.net.URI;

/** The identity of a manager within a provider. */
record ManagerId(URI uri, ClassLoader loader) {
    /** The URI without credentials, for messages. */
    @Override
    public String toString() {
        return StoreAddress.masked(uri.toString());
    }
}
