/**
 * What is a class made of? {@link dev.larder.internal.codec.type.ClassKind} tells how its objects are taken apart
 * and {@link dev.larder.internal.codec.type.ClassFields} names its fields. The JDK's own types stand in tables:
 * scalars, collections, maps and holders.
 */
@NullMarked
package dev.larder.internal.codec.type;

import org.jspecify.annotations.NullMarked;
