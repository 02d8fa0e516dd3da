/**
 * Where does a database come from, and how is it replaced and closed? Begin with
 * {@link dev.larder.mapdb.source.DatabaseSource}. A database is a file, memory outside the heap, or the application's
 * own. {@link dev.larder.mapdb.source.FileOpening} decides whether a file that it finds can be trusted.
 */
@NullMarked
package dev.larder.mapdb.source;

import org.jspecify.annotations.NullMarked;
