/** Larder's implementation. Not for use by applications. */
@NullMarked
package dev.larder.internal;

import org.jspecify.annotations.NullMarked;
