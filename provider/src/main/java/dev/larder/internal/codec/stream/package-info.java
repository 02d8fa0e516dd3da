/**
 * How are classes read and written that only Java serialisation understands? {@link
 * dev.larder.internal.codec.stream.JavaSerialization} does both, behind the class filter.
 */
@NullMarked
package dev.larder.internal.codec.stream;

import org.jspecify.annotations.NullMarked;
