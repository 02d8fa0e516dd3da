/**
 * How is a graph of objects written? {@link dev.larder.internal.codec.kryo.LarderKryo} walks the graph; {@link
 * dev.larder.internal.codec.kryo.SerializerRegistry} says which serialiser a class has.
 */
@NullMarked
package dev.larder.internal.codec.kryo;

import org.jspecify.annotations.NullMarked;
