/**
 * How is an entry read and written on a server? Each verb of the store is a class: {@link
 * dev.larder.memcached.entry.EntryReads}, {@link dev.larder.memcached.entry.EntryWrites}, {@link
 * dev.larder.memcached.entry.EntryExchanges}. An entry counts only while it holds its server's clear stamp.
 */
@NullMarked
package dev.larder.memcached.entry;

import org.jspecify.annotations.NullMarked;
