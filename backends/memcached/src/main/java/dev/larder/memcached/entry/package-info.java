/**
 * How is an entry read and written on a server? {@link dev.larder.memcached.entry.EntryReads},
 * {@link dev.larder.memcached.entry.EntryWrites} and {@link dev.larder.memcached.entry.EntryExchanges} are the
 * places to begin. A record is an entry only while it holds the seal of its server's current clear stamp.
 */
@NullMarked
package dev.larder.memcached.entry;

import org.jspecify.annotations.NullMarked;
