/**
 * The keys of a cache on the server. {@link dev.larder.redis.keyspace.Keyspace} names them.
 * {@link dev.larder.redis.keyspace.KeyScan} lists them. {@link dev.larder.redis.keyspace.Reaper} frees those that
 * a clear has left behind.
 */
@NullMarked
package dev.larder.redis.keyspace;

import org.jspecify.annotations.NullMarked;
