/** Objects to bytes and back, and copies of objects. */
@NullMarked
package dev.larder.internal.codec;

import org.jspecify.annotations.NullMarked;
