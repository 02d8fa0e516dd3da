/**
 * The MapDB backend: caches in one memory-mapped file that survives a restart, or in memory outside the heap.
 * {@code docs/mapdb.md} says what it guarantees.
 */
@NullMarked
package dev.larder.mapdb;

import org.jspecify.annotations.NullMarked;
