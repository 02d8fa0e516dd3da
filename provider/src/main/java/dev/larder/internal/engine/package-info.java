/**
 * How does an operation run against a store? Begin with {@link dev.larder.internal.engine.Engine}: read, plan,
 * write through, exchange. Operations on many keys go through {@link dev.larder.internal.engine.BulkOperations}.
 *
 * <p>The sub-packages each answer one part: {@code operation} what an operation means, {@code expiry} how long an
 * entry lives, {@code lock} whose user code runs when, {@code load} how missing values are loaded, {@code store}
 * how the core talks to a store.
 */
@NullMarked
package dev.larder.internal.engine;

import org.jspecify.annotations.NullMarked;
