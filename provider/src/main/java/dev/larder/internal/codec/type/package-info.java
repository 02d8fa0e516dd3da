/**
 * Describes the structure of classes. {@link dev.larder.internal.codec.type.ClassKind} determines how the objects of a
 * class are decomposed, and {@link dev.larder.internal.codec.type.ClassFields} lists its fields. Tables describe the
 * JDK's own types: scalars, collections, maps and holders.
 */
@NullMarked
package dev.larder.internal.codec.type;

import org.jspecify.annotations.NullMarked;
