/**
 * Eviction from a full cache. {@link dev.larder.mapdb.eviction.Evictor} draws some entries at random and evicts the one
 * that was used longest ago, according to {@link dev.larder.mapdb.eviction.AccessAges}.
 */
@NullMarked
package dev.larder.mapdb.eviction;

import org.jspecify.annotations.NullMarked;
