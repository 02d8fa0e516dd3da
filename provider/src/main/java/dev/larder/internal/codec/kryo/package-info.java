/**
 * Writes and reads object graphs. {@link dev.larder.internal.codec.kryo.LarderKryo} traverses the graph;
 * {@link dev.larder.internal.codec.kryo.SerializerRegistry} chooses the serialiser of a class.
 */
@NullMarked
package dev.larder.internal.codec.kryo;

import org.jspecify.annotations.NullMarked;
