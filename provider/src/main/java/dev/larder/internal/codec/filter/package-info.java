/**
 * Which classes may be written and read? {@link dev.larder.internal.codec.filter.ClassFilter} decides for one
 * cache, from the defaults, the declared types and the application's allow-list.
 */
@NullMarked
package dev.larder.internal.codec.filter;

import org.jspecify.annotations.NullMarked;
