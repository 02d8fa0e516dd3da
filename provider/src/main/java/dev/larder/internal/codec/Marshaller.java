package dev.larder.internal.codec;

import com.esotericsoftware.kryo.KryoException;
import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.failure.KeyText;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.filter.ClassFilter;
import dev.larder.internal.codec.key.EncodedKey;
import dev.larder.internal.codec.key.KeyCodec;
import dev.larder.internal.codec.key.KeySection;
import dev.larder.internal.codec.key.KeyTextFormat;
import dev.larder.internal.codec.kryo.KryoSessionPool;
import dev.larder.internal.codec.record.LoadLockRecord;
import dev.larder.internal.codec.record.RecordLayout;
import dev.larder.internal.codec.record.RecordPlace;
import dev.larder.internal.codec.record.TagSection;
import dev.larder.internal.codec.record.ValidatorSection;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts the keys and values of one cache to bytes and back. Thread-safe. */
public final class Marshaller {
    private final ClassFilter classFilter;
    private final KeyCodec keyCodec;
    private final RecordCodec recordCodec;
    private final RecordPlace recordPlace;
    private final VersionGenerator versionGenerator;
    private final int maxKeyBytes;
    private final boolean room;
    private final long grace;

    Marshaller(
            ClassFilter classFilter,
            KryoSessionPool pool,
            VersionGenerator versionGenerator,
            ValueCodecOptions valueCodecOptions,
            StoreLimits storeLimits) {
        this.classFilter = classFilter;
        this.keyCodec = new KeyCodec(classFilter, pool.serializerRegistry());
        this.recordCodec = new RecordCodec(classFilter, pool, valueCodecOptions, storeLimits);
        this.recordPlace = new RecordPlace(classFilter.cache());
        this.versionGenerator = versionGenerator;
        this.maxKeyBytes = storeLimits.maxKeyBytes();
        this.room = storeLimits.room();
        this.grace = valueCodecOptions.grace();
    }

    /** The name of the cache. */
    public String cache() {
        return classFilter.cache();
    }

    /**
     * Encodes a key. Equal keys have equal bytes. If these are longer than the store allows, the result is a hash of
     * them.
     *
     * @throws CodecException if the key's class is unsuitable for keys, or is not on the allow-list
     */
    public ByteKey key(Object key) {
        return new ByteKey(stored(encoded(key)));
    }

    private byte[] stored(EncodedKey key) {
        byte[] bytes = key.bytes();
        return bytes.length <= maxKeyBytes ? bytes : KeyTextFormat.hash(bytes);
    }

    /**
     * Encodes a key and value as a record with a new version.
     *
     * @param expiry milliseconds since the epoch, or {@link ByteEntry#ETERNAL}
     * @throws CodecException if the value cannot be written, if its class is not on the allow-list, or if the record is
     *     larger than the store allows
     */
    public ByteEntry encode(Object key, Object value, long expiry) {
        return encode(key, value, expiry, null, null, null);
    }

    /**
     * {@link #encode(Object, Object, long)}, with tags and a validator if there are any.
     *
     * @param compressor the name of the compressor for this value, null for the cache's own
     * @throws IllegalArgumentException if there is no compressor of that name
     */
    public ByteEntry encode(
            Object key,
            Object value,
            long expiry,
            @Nullable TagSection tags,
            @Nullable String validator,
            @Nullable String compressor) {
        EncodedKey encoded = encoded(key);
        RecordMetadata recordMetadata = RecordMetadata.of(tags, validator, keyInRecord(encoded), room);
        int at = recordPlace.of(stored(encoded));
        return ByteEntry.of(
                recordCodec.write(
                        recordMetadata, compressor, key, value, versionGenerator.next(), withGrace(expiry), at),
                null);
    }

    /** The validator of a record, null if it has none or it cannot be read. */
    public @Nullable String validator(ByteEntry entry) {
        try {
            return RecordLayout.hasValidator(entry.bytes()) ? ValidatorSection.read(entry.bytes()) : null;
        } catch (UndecodableException damaged) {
            return null;
        }
    }

    /** Whether a record has tags, according to its header. */
    public boolean hasTags(ByteEntry entry) {
        return RecordLayout.hasTags(entry.bytes());
    }

    /**
     * The tags of a record, null if they cannot be read; then the value cannot be read either.
     *
     * @param hintedNames the tags that it probably has, which saves decoding; empty if none are known
     */
    public @Nullable TagSection tags(ByteEntry entry, List<String> hintedNames) {
        try {
            return TagSection.read(entry.bytes(), hintedNames);
        } catch (UndecodableException damaged) {
            return null;
        }
    }

    /** The same key, value and tags with other stamps, as a new version. Nothing is encoded. */
    public ByteEntry withStamps(ByteEntry entry, long[] stamps) {
        byte[] bytes = entry.bytes().clone();
        TagSection.replaceStamps(bytes, stamps);
        RecordLayout.changeVersion(bytes, entry.bytes(), versionGenerator.next());
        return ByteEntry.of(bytes, null);
    }

    /** Whether records outlive the expiry of their entries. */
    public boolean hasGrace() {
        return grace > 0;
    }

    /** The expiry of the entry in a record. The header contains the moment from which the store may drop the record. */
    public long expiry(ByteEntry entry) {
        long expiry = entry.expiry();
        return expiry == ByteEntry.ETERNAL ? expiry : expiry - grace;
    }

    private long withGrace(long expiry) {
        return expiry >= ByteEntry.ETERNAL - grace ? ByteEntry.ETERNAL : expiry + grace;
    }

    /** The same key and value with another expiry, as a new version. Nothing is encoded. */
    public ByteEntry withExpiry(ByteEntry entry, long expiry) {
        byte[] bytes = entry.bytes().clone();
        RecordLayout.setVersionAndExpiry(bytes, versionGenerator.next(), withGrace(expiry));
        return ByteEntry.of(bytes, null);
    }

    /** {@link #value(Object, ByteKey, ByteEntry)} with the encoded key. */
    public Object value(Object key, ByteEntry entry) {
        return value(key, key(key), entry);
    }

    /**
     * Decodes the value from a key's record.
     *
     * @param at the encoded key, under which the record was found
     * @throws UndecodableException if the record is damaged, if it belongs to another key or cache, if this JVM does
     *     not know its format or class, or if the class is not on the allow-list
     */
    public Object value(Object key, ByteKey at, ByteEntry entry) {
        Object value = recordCodec.read(entry.bytes(), recordPlace.of(at.bytes()));
        if (RecordLayout.hasKey(entry.bytes())
                && !KeySection.isIn(entry.bytes(), encoded(key).bytes())) {
            throw new UndecodableException(
                    "cache '" + classFilter.cache() + "': a record belongs to another key with the same hash");
        }
        return value;
    }

    /**
     * Decodes the key of a record that was found by an iteration over the store.
     *
     * @param at the bytes it was found under
     * @throws UndecodableException if the record or the key is damaged, or if its class is unknown to this JVM or not
     *     on the allow-list
     */
    public Object key(ByteKey at, ByteEntry entry) {
        byte[] record = entry.bytes();
        try {
            if (at.bytes().length > maxKeyBytes) {
                throw new UndecodableException(
                        "a key of " + at.bytes().length + " bytes is longer than any key of this store");
            }
            RecordLayout.check(record, recordPlace.of(at.bytes()));
            return RecordLayout.hasKey(record)
                    ? KeySection.read(record, at.bytes(), keyCodec)
                    : keyCodec.decode(at.bytes(), KeySection.NONE);
        } catch (UndecodableException unreadable) {
            throw unreadable.inCache(classFilter.cache());
        }
    }

    /** The key of the load lock for a key. It holds no entry, and iterations skip it. */
    public ByteKey loadLockKey(Object key) {
        return new ByteKey(KeyTextFormat.loadLockKey(encoded(key).bytes()));
    }

    /** Whether these bytes are the key of a load lock. */
    public boolean isLoadLock(ByteKey at) {
        return KeyTextFormat.isLoadLock(at.bytes());
    }

    /** A load lock with a new version, which is the owner's token. */
    public ByteEntry loadLock(long expiry) {
        return LoadLockRecord.of(room, versionGenerator.next(), expiry, 0);
    }

    /** The record that replaces a load lock after its load has found no value. */
    public ByteEntry endedLoadLock(long expiry, long version) {
        return LoadLockRecord.of(room, versionGenerator.next(), expiry, version);
    }

    /** The version of the load lock that ended without a value, 0 if this record does not say so. */
    public long endedLoadLockVersion(ByteEntry lease) {
        return LoadLockRecord.endedVersion(lease.bytes());
    }

    private EncodedKey encoded(Object key) {
        try {
            return keyCodec.encode(key);
        } catch (CodecException | KryoException | StackOverflowError failure) {
            throw refusal(key, failure);
        }
    }

    private CodecException refusal(Object key, Throwable why) {
        return new CodecException(
                "cache '" + cache() + "': " + KeyText.of(key) + " cannot be used: " + why.getMessage(), why);
    }

    private @Nullable EncodedKey keyInRecord(EncodedKey key) {
        return key.bytes().length > maxKeyBytes || key.extras().length > 0 ? key : null;
    }
}
