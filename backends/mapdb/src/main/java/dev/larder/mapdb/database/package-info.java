/**
 * The open database and the maps of caches in it. {@link dev.larder.mapdb.database.OpenDatabase} is one database, for
 * as long as it can be trusted. {@link dev.larder.mapdb.database.DatabaseSource} says where it comes from: a file,
 * memory, or the application.
 */
@NullMarked
package dev.larder.mapdb.database;

import org.jspecify.annotations.NullMarked;
