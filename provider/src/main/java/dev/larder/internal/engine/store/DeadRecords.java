package dev.larder.internal.engine.store;

import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.engine.store.RecordAccess.StampedRecords;
import dev.larder.internal.tag.ObservedStamps;
import dev.larder.internal.tag.StampedTags;
import dev.larder.internal.tag.TagHints;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.Write;
import dev.larder.spi.WriteOptions;
import dev.larder.spi.WriteOptions.Mode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes records again that were dead from the start, since another JVM had invalidated one of their tags. The
 * exception is a record that was deliberately stamped with earlier stamps: it must be dead.
 */
final class DeadRecords {
    /**
     * After this many invalidations within one call, the records are left dead, as if the last had come after the call.
     */
    private static final int ATTEMPTS = 16;

    private final RecordAccess records;
    private final Marshaller marshaller;
    private final TagHints tagHints;

    DeadRecords(RecordAccess records, Marshaller marshaller, TagHints tagHints) {
        this.records = records;
        this.marshaller = marshaller;
        this.tagHints = tagHints;
    }

    /** A record as it was written last. */
    private record Written(ByteKey at, ByteEntry record, StampedTags stamps) {
        boolean isDead(ObservedStamps now) {
            return !now.confirms(stamps.names(), stamps.stamps());
        }
    }

    /**
     * Writes those of the records again that are dead. Takes no round trip if none is, otherwise one or two for all of
     * them, or more if further invalidations come in between.
     *
     * @param next the entries that the writes have put, in the order of the writes
     * @param options of the writes
     */
    void rewrite(List<Write> writes, List<@Nullable EncodedEntry> next, StampedRecords seen, WriteOptions options) {
        ObservedStamps now = seen.observedStamps();
        List<Written> dead = deadOf(writes, next, seen, options);
        for (int i = 0; i < ATTEMPTS && now != null && !dead.isEmpty(); i++) {
            List<Written> present = options.mode() == Mode.PUT ? dead : unchanged(dead);
            if (present.isEmpty()) {
                return;
            }
            List<Written> again = new ArrayList<>(present.size());
            for (Written each : present) {
                again.add(restamped(each, now));
            }
            StampedRecords written = write(present, again, options);
            now = written.observedStamps();
            dead = now == null ? List.of() : stillDead(present, again, written, now, options.mode());
        }
    }

    private List<Written> deadOf(
            List<Write> writes, List<@Nullable EncodedEntry> next, StampedRecords seen, WriteOptions options) {
        List<Written> dead = new ArrayList<>(0);
        for (int i = 0; i < writes.size(); i++) {
            Write write = writes.get(i);
            if (next.get(i) instanceof TaggedRecord record
                    && options.tookPlace(write, seen.found().get(i))) {
                addIfDead(dead, write.key(), record, seen.observedStamps());
            }
        }
        return dead;
    }

    private void addIfDead(List<Written> dead, ByteKey at, TaggedRecord record, @Nullable ObservedStamps now) {
        tagHints.remember(at, record.stamps().names());
        Written written = new Written(at, record.bytes(), record.stamps());
        if (now != null && written.isDead(now)) {
            if (record.stamps().arePinned()) {
                record.markDead();
            } else {
                dead.add(written);
            }
        }
    }

    // If another writer has replaced a record meanwhile, there is nothing left to do for it.
    private List<Written> unchanged(List<Written> dead) {
        List<@Nullable ByteEntry> found = records.read(
                        dead.stream().map(Written::at).toList(), ReadOptions.FOR_UPDATE)
                .found();
        List<Written> unchanged = new ArrayList<>(dead.size());
        for (int i = 0; i < dead.size(); i++) {
            Written each = dead.get(i);
            ByteEntry present = found.get(i);
            if (present != null && present.version() == each.record().version()) {
                unchanged.add(new Written(each.at(), present, each.stamps()));
            }
        }
        return unchanged;
    }

    private Written restamped(Written written, ObservedStamps now) {
        StampedTags stamps =
                written.stamps().withCurrentStamps(now.stampsOf(written.stamps().names()));
        return new Written(written.at(), marshaller.withStamps(written.record(), stamps.stamps()), stamps);
    }

    private StampedRecords write(List<Written> present, List<Written> again, WriteOptions options) {
        List<Write> writes = new ArrayList<>(again.size());
        for (int i = 0; i < again.size(); i++) {
            Written each = again.get(i);
            writes.add(new Write(each.at(), present.get(i).record(), each.record()));
        }
        WriteOptions plain = options.mode() == Mode.PUT ? WriteOptions.PUT : WriteOptions.EXCHANGE;
        List<StampedTags> stamps = again.stream().map(Written::stamps).toList();
        return records.write(writes, plain.with(records.query(List.of(), stamps)));
    }

    private static void addIfDead(List<Written> dead, Written written, ObservedStamps now) {
        if (written.isDead(now)) {
            dead.add(written);
        }
    }

    // A record whose exchange was lost is looked at again: it may be there still.
    private static List<Written> stillDead(
            List<Written> present, List<Written> again, StampedRecords written, ObservedStamps now, Mode mode) {
        List<Written> dead = new ArrayList<>(0);
        for (int i = 0; i < again.size(); i++) {
            ByteEntry answer = written.found().get(i);
            if (mode == Mode.PUT || answer == present.get(i).record()) {
                addIfDead(dead, again.get(i), now);
            } else if (answer != null) {
                dead.add(present.get(i));
            }
        }
        return dead;
    }
}
