/**
 * Implements the cache that callers use, on top of the engine. Begin with
 * {@link dev.larder.internal.cache.StandardCache}.
 */
@NullMarked
package dev.larder.internal.cache;

import org.jspecify.annotations.NullMarked;
