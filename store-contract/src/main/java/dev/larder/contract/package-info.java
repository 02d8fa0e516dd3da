/**
 * What a backend must pass: {@link dev.larder.contract.StoreContract} for the verbs of a store, {@link
 * dev.larder.contract.CacheContract} for a cache of JCache on top of it. A backend's test extends each and
 * gives an address.
 */
@NullMarked
package dev.larder.contract;

import org.jspecify.annotations.NullMarked;
