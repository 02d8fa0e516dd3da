/**
 * How do the managers of a JVM share a database? Caches are kept in one memory-mapped file that survives a restart, or
 * in memory outside the heap. Begin with {@link dev.larder.mapdb.SharedDatabase}, then
 * {@link dev.larder.mapdb.CacheRegion}. {@code docs/mapdb.md} says what the backend guarantees.
 */
@NullMarked
package dev.larder.mapdb;

import org.jspecify.annotations.NullMarked;
