/**
 * How does a database give back space that lies idle? {@link dev.larder.mapdb.compaction.OnlineCompactor} moves
 * all caches into a new database while they are in use; {@link dev.larder.mapdb.compaction.FileCompaction}
 * rewrites a closed file.
 */
@NullMarked
package dev.larder.mapdb.compaction;

import org.jspecify.annotations.NullMarked;
