/**
 * Keeps the entries of a cache on memcached servers: one item for each entry, one round trip where one is
 * enough. {@code docs/memcached.md} tells an operator the rest.
 */
@NullMarked
package dev.larder.memcached;

import org.jspecify.annotations.NullMarked;
