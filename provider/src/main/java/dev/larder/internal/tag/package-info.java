/**
 * Decides whether the tags of an entry have been invalidated. It knows the current stamps of tags, those of earlier
 * moments, and how to find out without a round trip.
 *
 * <p>On the heap a tag has a {@link dev.larder.internal.tag.LocalTagVersion}, an object that entries refer to. In a
 * byte store it has a stamp, a number that records contain. Begin with {@link dev.larder.internal.tag.Tags}, which
 * covers both.
 */
@NullMarked
package dev.larder.internal.tag;

import org.jspecify.annotations.NullMarked;
