package dev.larder.internal.engine.store;

import dev.larder.internal.StackHeadroom;
import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.codec.UndecodableException;
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

/** The entries of a byte store with their true keys; what has no readable key is passed over, or removed. */
final class EncodedEntryIterator<K> implements Iterator<Map.Entry<K, Stored>> {
    private final Iterator<Map.Entry<ByteKey, ByteEntry>> entries;
    private final Marshaller marshaller;
    private final TagValidator tagValidator;
    private final int most;
    private final @Nullable UnreadableKeyRemoval unnamed;
    private final Deque<Map.Entry<K, Stored>> ahead = new ArrayDeque<>();

    /**
     * @param ahead how many entries that bear tags may be read ahead, so that their stamps are asked for together
     * @param unnamed where records without a readable key go, null if they stay
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
        this.unnamed = unnamed;
    }

    @Override
    public boolean hasNext() {
        StackHeadroom.require();
        while (ahead.isEmpty() && entries.hasNext()) {
            readAhead();
        }
        if (ahead.isEmpty() && unnamed != null) {
            unnamed.remove();
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

    // As long as they bear tags: an entry without is given as it is come upon.
    @SuppressWarnings("unchecked") // the keys went in as K
    private void readAhead() {
        List<FetchedRecord> met = new ArrayList<>();
        boolean tagged = true;
        while (tagged && met.size() < most && entries.hasNext()) {
            FetchedRecord each = met(entries.next());
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

    private @Nullable FetchedRecord met(Map.Entry<ByteKey, ByteEntry> entry) {
        try {
            Object key = marshaller.key(entry.getKey(), entry.getValue());
            return new FetchedRecord(key, entry.getKey(), entry.getValue());
        } catch (UndecodableException unreadable) {
            if (unnamed != null) {
                unnamed.add(entry.getKey(), entry.getValue());
            }
            return null;
        }
    }
}
