/**
 * How does a database give back unused space? {@link dev.larder.mapdb.compaction.OnlineCompactor} decides when to move
 * all caches to a new database while they are in use. {@link dev.larder.mapdb.compaction.OnlineMigration} moves them.
 * {@link dev.larder.mapdb.compaction.FileCompaction} rewrites a closed file.
 */
@NullMarked
package dev.larder.mapdb.compaction;

import org.jspecify.annotations.NullMarked;
