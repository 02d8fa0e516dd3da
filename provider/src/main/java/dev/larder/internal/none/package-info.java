/** The store that keeps nothing. */
@NullMarked
package dev.larder.internal.none;

import org.jspecify.annotations.NullMarked;
