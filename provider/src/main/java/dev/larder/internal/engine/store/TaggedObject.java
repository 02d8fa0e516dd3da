package dev.larder.internal.engine.store;

import dev.larder.internal.engine.operation.TaggedEntry;
import dev.larder.internal.engine.operation.ValidatableEntry;
import dev.larder.internal.tag.LocalTagVersions;
import dev.larder.spi.ObjectEntry;
import org.jspecify.annotations.Nullable;

/**
 * An object with the local versions of its tags, or a validator, or both. A separate class saves these fields in plain
 * entries.
 */
final class TaggedObject extends ObjectEntry implements TaggedEntry, ValidatableEntry {
    private final LocalTagVersions localTagVersions;
    private final @Nullable String validator;

    TaggedObject(Object value, long expiry, LocalTagVersions localTagVersions, @Nullable String validator) {
        super(value, expiry);
        this.localTagVersions = localTagVersions;
        this.validator = validator;
    }

    @Override
    public LocalTagVersions stamps() {
        return localTagVersions;
    }

    @Override
    public @Nullable String validator() {
        return validator;
    }

    @Override
    public ObjectEntry withExpiry(long expiry) {
        return new TaggedObject(value(), expiry, localTagVersions, validator);
    }
}
