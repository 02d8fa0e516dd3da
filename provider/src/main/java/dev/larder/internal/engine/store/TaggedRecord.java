package dev.larder.internal.engine.store;

import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.engine.operation.TaggedEntry;
import dev.larder.internal.tag.StampedTags;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import org.jspecify.annotations.Nullable;

/** A record that has tags, and whether it was tag-dead when it was read or written. */
final class TaggedRecord extends EncodedEntry implements TaggedEntry {
    private final StampedTags stamps;
    private boolean dead;

    TaggedRecord(
            Marshaller marshaller,
            Object key,
            @Nullable ByteKey at,
            ByteEntry bytes,
            StampedTags stamps,
            boolean dead) {
        super(marshaller, key, at, bytes);
        this.stamps = stamps;
        this.dead = dead;
    }

    @Override
    public StampedTags stamps() {
        return stamps;
    }

    boolean isDead() {
        return dead;
    }

    /** Marks the record as dead from the start, as the store has reported. */
    void markDead() {
        dead = true;
    }
}
