package dev.larder.internal.engine.store;

import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.record.TagSection;
import dev.larder.internal.engine.operation.EntryOptions;
import dev.larder.internal.tag.StampedTags;
import dev.larder.internal.tag.TagStamps;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Stored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Maps keys and entries to bytes. Encodes before a write, and decodes when a value is needed. */
final class RecordMapper<K, V> {
    private final Marshaller marshaller;
    private final UndecodableLog undecodableLog = new UndecodableLog();

    RecordMapper(Marshaller marshaller) {
        this.marshaller = marshaller;
    }

    /** The record of an entry of this cache. */
    static @Nullable ByteEntry bytes(@Nullable Stored entry) {
        return entry == null ? null : ((EncodedEntry) entry).bytes();
    }

    /** The records of several entries, in the same order. */
    Map<ByteKey, ByteEntry> bytes(Map<K, Stored> entries) {
        Map<ByteKey, ByteEntry> bytes = new LinkedHashMap<>();
        entries.forEach((key, entry) -> bytes.put(at(key), ((EncodedEntry) entry).bytes()));
        return bytes;
    }

    ByteKey at(K key) {
        return marshaller.key(key);
    }

    List<ByteKey> at(List<K> keys) {
        List<ByteKey> ats = new ArrayList<>(keys.size());
        keys.forEach(key -> ats.add(at(key)));
        return ats;
    }

    EncodedEntry entry(K key, V value, long expiry) {
        return new EncodedEntry(marshaller, key, null, marshaller.encode(key, value, expiry));
    }

    EncodedEntry entry(K key, V value, long expiry, @Nullable TagStamps stamps, EntryOptions entryOptions) {
        String validator = entryOptions.validator();
        String compressor = entryOptions.compressor();
        if (stamps == null) {
            return new EncodedEntry(
                    marshaller, key, null, marshaller.encode(key, value, expiry, null, validator, compressor));
        }
        StampedTags stamped = (StampedTags) stamps;
        TagSection tagSection = new TagSection(stamped.names(), stamped.stamps());
        ByteEntry record = marshaller.encode(key, value, expiry, tagSection, validator, compressor);
        return new TaggedRecord(marshaller, key, null, record, stamped, false);
    }

    EncodedEntry withExpiry(Stored entry, long expiry) {
        EncodedEntry coded = (EncodedEntry) entry;
        ByteEntry bytes = marshaller.withExpiry(coded.bytes(), expiry);
        return coded instanceof TaggedRecord tagged
                ? new TaggedRecord(marshaller, coded.key(), coded.at(), bytes, tagged.stamps(), false)
                : new EncodedEntry(marshaller, coded.key(), coded.at(), bytes);
    }

    /** Whether an entry can be decoded. If not, logs the reason once. */
    boolean isReadable(Stored entry) {
        try {
            ((EncodedEntry) entry).value();
            return true;
        } catch (UndecodableException reason) {
            undecodableLog.report(reason);
            return false;
        }
    }

    @SuppressWarnings("unchecked") // the value went in as V
    V value(Stored entry) {
        return (V) ((EncodedEntry) entry).handOut();
    }

    boolean holds(Stored entry, V value) {
        return ((EncodedEntry) entry).value().equals(value);
    }

    /** Supplies a separate instance of the value at each call. The first is the one decoded already. */
    @SuppressWarnings("unchecked") // the value went in as V
    Supplier<V> values(Stored entry) {
        EncodedEntry coded = (EncodedEntry) entry;
        AtomicReference<@Nullable Object> decoded = new AtomicReference<>(coded.handOut());
        return () -> {
            Object first = decoded.getAndSet(null);
            return (V) (first == null ? coded.decoded() : first);
        };
    }
}
