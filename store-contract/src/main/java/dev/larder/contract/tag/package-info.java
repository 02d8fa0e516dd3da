/**
 * Tests that an invalidation of tags holds under concurrency. {@link dev.larder.contract.tag.TaggingContract} runs all
 * of these contracts; {@link dev.larder.contract.CacheContract} includes it.
 */
@NullMarked
package dev.larder.contract.tag;

import org.jspecify.annotations.NullMarked;
