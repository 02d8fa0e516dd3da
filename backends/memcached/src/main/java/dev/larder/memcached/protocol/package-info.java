/**
 * What is sent to a server, and how are its replies parsed? {@link dev.larder.memcached.protocol.Requests} builds
 * requests. Each kind of reply is a class.
 */
@NullMarked
package dev.larder.memcached.protocol;

import org.jspecify.annotations.NullMarked;
