/**
 * The reference byte store: the simplest right implementation of the contract, in this JVM's memory, for
 * reading before one writes one's own and for testing what stands above a byte store.
 */
@NullMarked
package dev.larder.contract.memory;

import org.jspecify.annotations.NullMarked;
