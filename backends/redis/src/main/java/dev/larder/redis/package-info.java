/**
 * Keeps the entries of a cache on a Redis server, in a cluster or behind sentinels: one string for each
 * entry, one round trip where one is enough. {@code docs/redis.md} tells an operator the rest.
 */
@NullMarked
package dev.larder.redis;

import org.jspecify.annotations.NullMarked;
