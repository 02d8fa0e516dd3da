/** Compresses values by Zstandard. Begin with {@link dev.larder.zstd.ZstdCompressor}. */
@NullMarked
package dev.larder.zstd;

import org.jspecify.annotations.NullMarked;
