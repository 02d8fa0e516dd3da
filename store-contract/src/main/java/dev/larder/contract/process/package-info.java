/**
 * Tests that guarantees hold between JVMs. {@link dev.larder.contract.process.SeveralJvmsContract} starts JVMs that
 * share a store.
 */
@NullMarked
package dev.larder.contract.process;

import org.jspecify.annotations.NullMarked;
