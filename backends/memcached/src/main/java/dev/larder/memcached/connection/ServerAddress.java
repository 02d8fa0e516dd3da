package dev.larder.memcached.connection;

import java.net.InetSocketAddress;

/**
 * A server as the address names it.
 *
 * @param weight its share of the keys, relative to the weights of the other servers
 */
public record ServerAddress(String name, int port, int weight) {

    /** The address, looked up again at each call, since a name may come to point to another machine. */
    public InetSocketAddress resolved() {
        return new InetSocketAddress(name, port);
    }

    @Override
    public String toString() {
        return name + ":" + port;
    }
}
