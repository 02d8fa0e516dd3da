/**
 * What is said to a server, and how are its replies read? {@link dev.larder.memcached.protocol.Requests} puts
 * commands together. Each kind of reply has a class of its own.
 */
@NullMarked
package dev.larder.memcached.protocol;

import org.jspecify.annotations.NullMarked;
