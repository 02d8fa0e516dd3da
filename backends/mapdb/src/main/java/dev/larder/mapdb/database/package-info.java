/**
 * What is an open database, and what does a cache hold in it? {@link dev.larder.mapdb.database.OpenDatabase} is one
 * database, for as long as it can be trusted. {@link dev.larder.mapdb.database.CacheMap} is one cache in it: its
 * entries, their number and the times of their last use. Writers take the locks of
 * {@link dev.larder.mapdb.database.KeyStripes}.
 */
@NullMarked
package dev.larder.mapdb.database;

import org.jspecify.annotations.NullMarked;
