/**
 * Opens, locks, maps and moves files so that neither an interrupt nor a crash damages them. Begin with
 * {@link dev.larder.mapdb.file.FileOperations}.
 */
@NullMarked
package dev.larder.mapdb.file;

import org.jspecify.annotations.NullMarked;
