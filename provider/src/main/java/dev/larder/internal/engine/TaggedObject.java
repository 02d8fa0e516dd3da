package dev.larder.internal.engine;

import dev.larder.internal.tag.Marks;
import dev.larder.spi.ObjectEntry;

/** An object with the marks of its tags. */
final class TaggedObject extends ObjectEntry implements HasTags {
    private final Marks marks;

    TaggedObject(Object value, long expiry, Marks marks) {
        super(value, expiry);
        this.marks = marks;
    }

    @Override
    public Marks stamps() {
        return marks;
    }

    @Override
    public ObjectEntry withExpiry(long expiry) {
        return new TaggedObject(value(), expiry, marks);
    }
}
