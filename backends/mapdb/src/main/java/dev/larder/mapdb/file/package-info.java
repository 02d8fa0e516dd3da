/**
 * How are files opened, locked, mapped and moved so that neither an interrupt nor a crash damages them? Begin with
 * {@link dev.larder.mapdb.file.FileOperations}. {@link dev.larder.mapdb.file.SlicedVolume} is the space of a database,
 * in a file or in memory.
 */
@NullMarked
package dev.larder.mapdb.file;

import org.jspecify.annotations.NullMarked;
