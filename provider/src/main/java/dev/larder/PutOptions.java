package dev.larder;

import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a put stores with the value: {@code PutOptions.tags("book:1", "author:2").lifetime(hours)}. Immutable; each
 * method returns new options.
 */
public final class PutOptions {
    /** No options: the cache's configuration decides. */
    public static final PutOptions NONE = new PutOptions(Set.of(), null, null, null, null);

    private final Set<String> tags;
    private final @Nullable Duration lifetime;
    private final @Nullable Lease lease;
    private final @Nullable String validator;
    private final @Nullable String compressor;

    private PutOptions(
            Set<String> tags,
            @Nullable Duration lifetime,
            @Nullable Lease lease,
            @Nullable String validator,
            @Nullable String compressor) {
        this.tags = tags;
        this.lifetime = lifetime;
        this.lease = lease;
        this.validator = validator;
        this.compressor = compressor;
    }

    /**
     * Options with these tags, in addition to those from the cache's tagger.
     *
     * @throws IllegalArgumentException if a tag is empty
     */
    public static PutOptions tags(String... tags) {
        return NONE.andTags(Set.of(tags));
    }

    /** Options with these tags, in addition to those from the cache's tagger. */
    public static PutOptions tags(Set<String> tags) {
        return NONE.andTags(tags);
    }

    /** Adds these tags. */
    public PutOptions andTags(Set<String> more) {
        Set<String> all = new HashSet<>(tags);
        all.addAll(more);
        if (all.contains("")) {
            throw new IllegalArgumentException("a tag is empty; give it a character or more");
        }
        return new PutOptions(Set.copyOf(all), lifetime, lease, validator, compressor);
    }

    /**
     * Sets the time after the put at which the entry expires. It takes precedence over what the configuration and the
     * {@code ExpiryPolicy} say of creation and update. Zero or less means at once. Later accesses and updates follow
     * the policy again.
     */
    public PutOptions lifetime(Duration duration) {
        return new PutOptions(
                tags, Objects.requireNonNull(duration, "the lifetime is null"), lease, validator, compressor);
    }

    /**
     * Sets the lease under which the value was computed. The entry gets the lease's tags as they were when it was
     * taken.
     */
    public PutOptions lease(Lease taken) {
        return new PutOptions(
                tags, lifetime, Objects.requireNonNull(taken, "the lease is null"), validator, compressor);
    }

    /**
     * Sets a validator: an ETag or a time stamp by which the source of the value can tell whether it is still current.
     * The validator stays with the entry, during its grace too, until the entry is written again. Entries without a
     * validator take no space for it. {@link LarderEntry#validator()} returns it.
     */
    public PutOptions validator(String text) {
        return new PutOptions(tags, lifetime, lease, Objects.requireNonNull(text, "the validator is null"), compressor);
    }

    /**
     * Sets the compressor for this value by name; {@code none} switches compression off. It takes precedence over the
     * cache's setting {@code compressor}. As always, a value is compressed only if it takes more bytes than
     * {@code compress-above}. Object stores do not compress. A put throws an {@code IllegalArgumentException} if the
     * cache knows no such compressor.
     */
    public PutOptions compressor(String name) {
        return new PutOptions(
                tags, lifetime, lease, validator, Objects.requireNonNull(name, "the compressor's name is null"));
    }

    /** The tags given here, without those of a lease. */
    public Set<String> tags() {
        return tags;
    }

    /** The lifetime given here, null if none. */
    public @Nullable Duration lifetime() {
        return lifetime;
    }

    /** The lease given here, null if none. */
    public @Nullable Lease lease() {
        return lease;
    }

    /** The validator given here, null if none. */
    public @Nullable String validator() {
        return validator;
    }

    /** The name of the compressor given here, null if none. */
    public @Nullable String compressor() {
        return compressor;
    }
}
