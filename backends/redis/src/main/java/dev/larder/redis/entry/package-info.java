/**
 * How is an entry read and written on the server? Each verb of the store is a class: {@link
 * dev.larder.redis.entry.EntryReads}, {@link dev.larder.redis.entry.EntryWrites}, {@link
 * dev.larder.redis.entry.EntryExchanges}. An entry counts only while it holds the cache's clear stamp.
 */
@NullMarked
package dev.larder.redis.entry;

import org.jspecify.annotations.NullMarked;
