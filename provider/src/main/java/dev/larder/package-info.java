/** Larder's public API: the JCache provider and the types that {@code unwrap} returns. */
@NullMarked
package dev.larder;

import org.jspecify.annotations.NullMarked;
