/**
 * Encodes keys so that equal keys have equal bytes in every JVM. {@link dev.larder.internal.codec.key.KeyCodec} writes
 * plain keys as readable text and all others in a canonical form.
 */
@NullMarked
package dev.larder.internal.codec.key;

import org.jspecify.annotations.NullMarked;
