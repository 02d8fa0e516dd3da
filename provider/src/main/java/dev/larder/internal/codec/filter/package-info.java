/**
 * Decides which classes may be written and read. {@link dev.larder.internal.codec.filter.ClassFilter} does so for one
 * cache, by the defaults, the declared types and the application's allow-list.
 */
@NullMarked
package dev.larder.internal.codec.filter;

import org.jspecify.annotations.NullMarked;
