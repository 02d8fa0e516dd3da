package dev.larder.internal.engine.store;

import dev.larder.internal.tag.Tags.TagSnapshot;
import dev.larder.spi.Stored;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read, in the order of the keys, and a look at the tags that was taken no later.
 *
 * @param tagSnapshot null if none came along
 */
public record TagSnapshotRead(
        List<@Nullable Stored> found, @Nullable TagSnapshot tagSnapshot) {}
