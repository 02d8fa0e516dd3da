/**
 * The layout of a record and its sections. Begin with {@link dev.larder.internal.codec.record.RecordLayout}.
 * {@code docs/format.md} describes it byte by byte.
 */
@NullMarked
package dev.larder.internal.codec.record;

import org.jspecify.annotations.NullMarked;
