/**
 * Where does each part stand in a record? Begin with {@link dev.larder.internal.codec.record.RecordLayout}. {@code
 * docs/format.md} gives the layout byte by byte.
 */
@NullMarked
package dev.larder.internal.codec.record;

import org.jspecify.annotations.NullMarked;
