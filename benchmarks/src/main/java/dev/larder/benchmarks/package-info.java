/** Larder's heap store and its peers: what an operation costs in time, memory and garbage. */
@NullMarked
package dev.larder.benchmarks;

import org.jspecify.annotations.NullMarked;
