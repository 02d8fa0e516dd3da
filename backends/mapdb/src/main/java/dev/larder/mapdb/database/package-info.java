/**
 * What is an open database, and what does a cache hold in it? {@link dev.larder.mapdb.database.OpenDatabase} is
 * one database as long as it can be trusted. {@link dev.larder.mapdb.database.DatabaseSource} says where it comes
 * from: a file, memory, or the application.
 */
@NullMarked
package dev.larder.mapdb.database;

import org.jspecify.annotations.NullMarked;
