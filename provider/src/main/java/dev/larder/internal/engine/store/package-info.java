/**
 * Adapts a store to the core. {@link dev.larder.internal.engine.store.StoreAdapter} is a store in terms of the cache's
 * own keys and values. It copies or encodes and checks tags.
 */
@NullMarked
package dev.larder.internal.engine.store;

import org.jspecify.annotations.NullMarked;
