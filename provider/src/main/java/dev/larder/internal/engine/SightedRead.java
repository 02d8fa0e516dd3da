package dev.larder.internal.engine;

import dev.larder.internal.tag.Tags.Sight;
import dev.larder.spi.Stored;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read, in the order of the keys, and a look at the tags that was taken no later.
 *
 * @param sight null if none came along
 */
record SightedRead(List<@Nullable Stored> found, @Nullable Sight sight) {}
