/**
 * Keeps the entries of a cache on a Redis server, in a cluster or behind sentinels. Each entry is one string, and
 * most operations take one round trip. Begin with {@link dev.larder.redis.RedisStoreProvider}.
 * {@code docs/redis.md} describes settings and operation.
 */
@NullMarked
package dev.larder.redis;

import org.jspecify.annotations.NullMarked;
