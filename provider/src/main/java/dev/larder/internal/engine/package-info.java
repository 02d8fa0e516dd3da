/**
 * Runs an operation against a store. Begin with {@link dev.larder.internal.engine.Engine}: read, plan, write through,
 * exchange. Operations on many keys go through {@link dev.larder.internal.engine.BulkOperations}.
 *
 * <p>Each sub-package covers one part: {@code operation} what an operation means, {@code expiry} how long an entry
 * lives, {@code lock} which operations run one at a time, {@code load} how missing values are loaded, {@code store} how
 * the core uses a store.
 */
@NullMarked
package dev.larder.internal.engine;

import org.jspecify.annotations.NullMarked;
