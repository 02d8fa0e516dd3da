/**
 * Tests what Larder adds to JSR-107, over this backend. {@link dev.larder.contract.ExtensionContract} runs these
 * contracts, except that {@link dev.larder.contract.CacheContract} runs
 * {@link dev.larder.contract.extension.LoadOnceContract} and
 * {@link dev.larder.contract.extension.PutLifetimesContract}.
 */
@NullMarked
package dev.larder.contract.extension;

import org.jspecify.annotations.NullMarked;
