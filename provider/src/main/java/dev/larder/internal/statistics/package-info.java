/** Counts and times operations. Begin with {@link dev.larder.internal.statistics.Statistics}. */
@NullMarked
package dev.larder.internal.statistics;

import org.jspecify.annotations.NullMarked;
