/**
 * Which bytes is this object, and which object are these bytes? Begin with {@link
 * dev.larder.internal.codec.Codecs}, which makes a {@link dev.larder.internal.codec.Marshaller} for each cache.
 *
 * <p>The sub-packages each answer one part: {@code filter} which classes may pass, {@code type} what a class is
 * made of, {@code kryo} and {@code stream} how values are written, {@code key} how keys are written so that equal
 * keys give equal bytes, {@code copy} how values are copied on the heap, {@code record} where each part stands in
 * a record.
 *
 * <p>Classes of the application are remembered by objects that live as long as their manager's {@code Codecs}.
 * Nothing static refers to them, so a closed manager pins no class loader.
 */
@NullMarked
package dev.larder.internal.codec;

import org.jspecify.annotations.NullMarked;
