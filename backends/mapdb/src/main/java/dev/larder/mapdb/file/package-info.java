/**
 * How are files opened, locked, mapped and moved, so that no interrupt and no crash damages them? Begin with
 * {@link dev.larder.mapdb.file.FileOpening}.
 */
@NullMarked
package dev.larder.mapdb.file;

import org.jspecify.annotations.NullMarked;
