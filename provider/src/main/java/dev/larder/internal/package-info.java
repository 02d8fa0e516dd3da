/** How Larder works inside: not for use from outside. */
@NullMarked
package dev.larder.internal;

import org.jspecify.annotations.NullMarked;
