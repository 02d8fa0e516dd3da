/**
 * Reads and writes classes that only Java serialisation can handle.
 * {@link dev.larder.internal.codec.stream.JavaSerialization} does both, under the class filter.
 */
@NullMarked
package dev.larder.internal.codec.stream;

import org.jspecify.annotations.NullMarked;
