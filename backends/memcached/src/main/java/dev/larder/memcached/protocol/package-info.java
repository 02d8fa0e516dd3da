/**
 * Encodes requests and parses replies. {@link dev.larder.memcached.protocol.Requests} builds
 * requests. Each kind of reply is a class.
 */
@NullMarked
package dev.larder.memcached.protocol;

import org.jspecify.annotations.NullMarked;
