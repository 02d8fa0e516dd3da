/** Values compressed by Zstandard. */
@NullMarked
package dev.larder.zstd;

import org.jspecify.annotations.NullMarked;
