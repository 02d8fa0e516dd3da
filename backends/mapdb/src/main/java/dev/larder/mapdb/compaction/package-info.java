/**
 * Compaction: how a database gives back unused space. {@link dev.larder.mapdb.compaction.OnlineCompactor} moves all
 * caches to a new database while they are in use. {@link dev.larder.mapdb.database.FileCompaction} rewrites a closed
 * file.
 */
@NullMarked
package dev.larder.mapdb.compaction;

import org.jspecify.annotations.NullMarked;
