/**
 * Does an invalidation of tags hold against every race? {@link dev.larder.contract.ExtensionContract} runs all of
 * these contracts.
 */
@NullMarked
package dev.larder.contract.tag;

import org.jspecify.annotations.NullMarked;
