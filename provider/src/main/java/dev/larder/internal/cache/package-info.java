/** The face that the caller sees, over the engine. */
@NullMarked
package dev.larder.internal.cache;

import org.jspecify.annotations.NullMarked;
