/** Counts of what happened. */
@NullMarked
package dev.larder.internal.statistics;

import org.jspecify.annotations.NullMarked;
