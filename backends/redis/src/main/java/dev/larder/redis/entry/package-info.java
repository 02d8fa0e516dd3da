/**
 * How is an entry read and written on the server? {@link dev.larder.redis.entry.EntryReads},
 * {@link dev.larder.redis.entry.EntryWrites} and {@link dev.larder.redis.entry.EntryExchanges} are the places to
 * begin. A record is an entry only while it holds the cache's current clear stamp.
 */
@NullMarked
package dev.larder.redis.entry;

import org.jspecify.annotations.NullMarked;
