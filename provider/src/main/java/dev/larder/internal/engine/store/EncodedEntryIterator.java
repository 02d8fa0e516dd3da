package dev.larder.internal.engine.store;

import dev.larder.internal.StackHeadroom;
import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.engine.store.TagValidator.FetchedRecord;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Stored;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The entries of a byte store with their original keys. Records without a readable key are skipped or removed. */
final class EncodedEntryIterator<K> implements Iterator<Map.Entry<K, Stored>> {
    private final Iterator<Map.Entry<ByteKey, ByteEntry>> entries;
    private final Marshaller marshaller;
    private final TagValidator tagValidator;
    private final int most;
    private final @Nullable UnreadableKeyRemoval unreadableKeys;
    private final Deque<Map.Entry<K, Stored>> ahead = new ArrayDeque<>();

    /**
     * @param ahead how many entries with tags to read ahead, so that their stamps are read together
     * @param unnamed removes records without a readable key, null to leave them
     */
    EncodedEntryIterator(
            Iterator<Map.Entry<ByteKey, ByteEntry>> entries,
            Marshaller marshaller,
            TagValidator tagValidator,
            int ahead,
            @Nullable UnreadableKeyRemoval unnamed) {
        this.entries = entries;
        this.marshaller = marshaller;
        this.tagValidator = tagValidator;
        this.most = ahead;
        this.unreadableKeys = unnamed;
    }

    @Override
    public boolean hasNext() {
        StackHeadroom.require();
        while (ahead.isEmpty() && entries.hasNext()) {
            readAhead();
        }
        if (ahead.isEmpty() && unreadableKeys != null) {
            unreadableKeys.remove();
        }
        return !ahead.isEmpty();
    }

    @Override
    public Map.Entry<K, Stored> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ahead.remove();
    }

    // Reads ahead only while entries have tags. An entry without tags is returned at once.
    @SuppressWarnings("unchecked") // the keys went in as K
    private void readAhead() {
        List<FetchedRecord> met = new ArrayList<>();
        boolean tagged = true;
        while (tagged && met.size() < most && entries.hasNext()) {
            FetchedRecord each = fetch(entries.next());
            tagged = each == null || each.record() != null && marshaller.hasTags(each.record());
            if (each != null) {
                met.add(each);
            }
        }
        List<@Nullable Stored> judged = tagValidator.entries(met, null);
        for (int i = 0; i < met.size(); i++) {
            Stored entry = judged.get(i);
            if (entry != null) {
                ahead.add(Map.entry((K) met.get(i).key(), entry));
            }
        }
    }

    private @Nullable FetchedRecord fetch(Map.Entry<ByteKey, ByteEntry> entry) {
        try {
            Object key = marshaller.key(entry.getKey(), entry.getValue());
            return new FetchedRecord(key, entry.getKey(), entry.getValue());
        } catch (UndecodableException unreadable) {
            if (unreadableKeys != null) {
                unreadableKeys.add(entry.getKey(), entry.getValue());
            }
            return null;
        }
    }
}
