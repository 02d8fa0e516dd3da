/**
 * The reference byte store: the simplest correct implementation of the contract, in this JVM's memory. It is an example
 * for authors of a backend, and serves tests that need a byte store without a server.
 */
@NullMarked
package dev.larder.contract.memory;

import org.jspecify.annotations.NullMarked;
