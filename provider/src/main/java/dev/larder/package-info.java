/** Larder's public API: the JCache provider and what {@code unwrap} yields. */
@NullMarked
package dev.larder;

import org.jspecify.annotations.NullMarked;
