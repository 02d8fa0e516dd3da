package dev.larder.memcached;

import java.net.InetSocketAddress;

/**
 * A server as the address names it.
 *
 * @param weight its share of the keys, beside those of the others
 */
public record ServerAddress(String name, int port, int weight) {

    /** Looked up anew at each call: names may come to mean another machine. */
    public InetSocketAddress resolved() {
        return new InetSocketAddress(name, port);
    }

    @Override
    public String toString() {
        return name + ":" + port;
    }
}
