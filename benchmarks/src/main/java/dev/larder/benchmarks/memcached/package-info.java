/** Larder's memcached store beside its client alone. */
@NullMarked
package dev.larder.benchmarks.memcached;

import org.jspecify.annotations.NullMarked;
