/**
 * Sends requests to servers. {@link dev.larder.memcached.connection.Node} is one server with its
 * connection and its breaker. {@link dev.larder.memcached.connection.HashRing} assigns keys to servers.
 */
@NullMarked
package dev.larder.memcached.connection;

import org.jspecify.annotations.NullMarked;
