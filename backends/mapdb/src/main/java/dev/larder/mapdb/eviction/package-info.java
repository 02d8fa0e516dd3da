/**
 * Which entry leaves when a cache is full? {@link dev.larder.mapdb.eviction.Evictor} draws some entries at random
 * and removes the one that was used longest ago, by {@link dev.larder.mapdb.eviction.AccessAges}.
 */
@NullMarked
package dev.larder.mapdb.eviction;

import org.jspecify.annotations.NullMarked;
