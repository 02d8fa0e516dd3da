/**
 * Keeps the entries of a cache on memcached servers. Each entry is one item, and most operations take one round
 * trip. Begin with {@link dev.larder.memcached.MemcachedStoreProvider}. {@code docs/memcached.md} describes
 * settings and operation.
 */
@NullMarked
package dev.larder.memcached;

import org.jspecify.annotations.NullMarked;
