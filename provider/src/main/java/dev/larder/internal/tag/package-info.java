/**
 * Have an entry's tags moved? Tags, what they are at now, what they were at some moment before, and how that is
 * known without a trip to the medium.
 *
 * <p>On the heap a tag is at a {@link dev.larder.internal.tag.Mark}, an object that entries point to; on a medium of
 * bytes it is at a stamp, a number that records bear. {@link dev.larder.internal.tag.Tags} is both.
 */
@NullMarked
package dev.larder.internal.tag;

import org.jspecify.annotations.NullMarked;
