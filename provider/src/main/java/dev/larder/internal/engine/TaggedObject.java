package dev.larder.internal.engine;

import dev.larder.internal.tag.Marks;
import dev.larder.spi.ObjectEntry;
import org.jspecify.annotations.Nullable;

/** An object with the marks of its tags, or a validator, or both: what most objects have no room for. */
final class TaggedObject extends ObjectEntry implements HasTags, HasValidator {
    private final Marks marks;
    private final @Nullable String validator;

    TaggedObject(Object value, long expiry, Marks marks, @Nullable String validator) {
        super(value, expiry);
        this.marks = marks;
        this.validator = validator;
    }

    @Override
    public Marks stamps() {
        return marks;
    }

    @Override
    public @Nullable String validator() {
        return validator;
    }

    @Override
    public ObjectEntry withExpiry(long expiry) {
        return new TaggedObject(value(), expiry, marks, validator);
    }
}
