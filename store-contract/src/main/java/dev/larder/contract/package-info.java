/**
 * The tests that a backend must pass: {@link dev.larder.contract.StoreContract} for its stores,
 * {@link dev.larder.contract.CacheContract} and {@link dev.larder.contract.ExtensionContract} for caches on top of
 * them. A backend's test extends each of them and returns an address.
 */
@NullMarked
package dev.larder.contract;

import org.jspecify.annotations.NullMarked;
