/**
 * Which entry leaves when a cache is full? {@link dev.larder.mapdb.eviction.Evictor} draws some entries at random and
 * evicts the one that was used longest ago. It sees the cache as a
 * {@link dev.larder.mapdb.eviction.BoundedCache}.
 */
@NullMarked
package dev.larder.mapdb.eviction;

import org.jspecify.annotations.NullMarked;
