/**
 * Tests that a cache over this backend behaves as JSR-107 says. {@link dev.larder.contract.CacheContract} runs all of
 * these contracts.
 */
@NullMarked
package dev.larder.contract.cache;

import org.jspecify.annotations.NullMarked;
