package dev.larder;

import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is given besides its value: {@code PutOptions.tags("book:1", "author:2").lifetime(hours)}. Immutable;
 * each method gives new options.
 */
public final class PutOptions {
    /** Nothing but what the cache's configuration says. */
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
     * These tags, besides those that the cache's tagger gives.
     *
     * @throws IllegalArgumentException if one is empty
     */
    public static PutOptions tags(String... tags) {
        return NONE.andTags(Set.of(tags));
    }

    /** These tags, besides those that the cache's tagger gives. */
    public static PutOptions tags(Set<String> tags) {
        return NONE.andTags(tags);
    }

    /** These tags too. */
    public PutOptions andTags(Set<String> more) {
        Set<String> all = new HashSet<>(tags);
        all.addAll(more);
        if (all.contains("")) {
            throw new IllegalArgumentException("a tag is empty; give it a character or more");
        }
        return new PutOptions(Set.copyOf(all), lifetime, lease, validator, compressor);
    }

    /**
     * The entry expires so long after the put, whatever configuration and {@code ExpiryPolicy} say of creation
     * and update; zero or less: at once. Later accesses and updates are the policy's again.
     */
    public PutOptions lifetime(Duration duration) {
        return new PutOptions(
                tags, Objects.requireNonNull(duration, "the lifetime is null"), lease, validator, compressor);
    }

    /** The value was computed under this lease: the entry bears the lease's tags, as they were then. */
    public PutOptions lease(Lease taken) {
        return new PutOptions(
                tags, lifetime, Objects.requireNonNull(taken, "the lease is null"), validator, compressor);
    }

    /**
     * The source of the value can tell by this whether it still holds: an ETag, a time stamp. It stays with the entry, in
     * its grace too, until that is written anew; entries without one have no room for it. {@link
     * LarderEntry#validator()} gives it back.
     */
    public PutOptions validator(String text) {
        return new PutOptions(tags, lifetime, lease, Objects.requireNonNull(text, "the validator is null"), compressor);
    }

    /**
     * This value is compressed by the compressor of that name, {@code none} for not at all, whatever the cache's setting
     * {@code compressor} says; as ever only if it takes more bytes than {@code compress-above}. Stores that keep objects
     * compress nothing. A put throws an {@code IllegalArgumentException} if the cache knows no such compressor.
     */
    public PutOptions compressor(String name) {
        return new PutOptions(
                tags, lifetime, lease, validator, Objects.requireNonNull(name, "the compressor's name is null"));
    }

    /** The tags given here; those of a lease are not among them. */
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
