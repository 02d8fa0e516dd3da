/**
 * What is thrown for bytes or values that the codec cannot handle. {@link
 * dev.larder.internal.codec.failure.CodecException} refuses a value that is written; {@link
 * dev.larder.internal.codec.failure.UndecodableException} makes a record that is read a miss.
 */
@NullMarked
package dev.larder.internal.codec.failure;

import org.jspecify.annotations.NullMarked;
