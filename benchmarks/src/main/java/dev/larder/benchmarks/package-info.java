/** Larder's heap store beside its peers: what an operation costs in time, memory and garbage. */
@NullMarked
package dev.larder.benchmarks;

import org.jspecify.annotations.NullMarked;
