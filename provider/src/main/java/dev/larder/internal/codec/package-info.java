/**
 * Encodes keys and values as bytes and decodes them. Begin with {@link dev.larder.internal.codec.Codecs}, which creates
 * a {@link dev.larder.internal.codec.Marshaller} for each cache.
 *
 * <p>Each sub-package has one task: {@code filter} decides which classes are allowed, {@code type} describes the
 * structure of classes, {@code kryo} and {@code stream} write values, {@code key} writes equal keys as equal bytes,
 * {@code copy} copies values on the heap, and {@code record} defines the layout of a record.
 *
 * <p>Objects that live as long as their manager's {@code Codecs} hold what is known of application classes. Nothing
 * static refers to such classes, so a closed manager does not keep its class loader from being collected.
 */
@NullMarked
package dev.larder.internal.codec;

import org.jspecify.annotations.NullMarked;
