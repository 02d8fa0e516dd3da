package dev.larder.internal.engine.store;

import dev.larder.internal.tag.Tags.TagSnapshot;
import dev.larder.spi.Stored;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries read, in the order of the keys, and a tag snapshot taken no later.
 *
 * @param tagSnapshot null if the read took none
 */
public record TagSnapshotRead(
        List<@Nullable Stored> found, @Nullable TagSnapshot tagSnapshot) {}
