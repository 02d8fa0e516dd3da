package dev.larder.internal.engine;

import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.codec.UndecodableException;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Stored;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The entries of a byte store with their true keys; what has no readable key is passed over. */
final class CodedIterator<K> implements Iterator<Map.Entry<K, Stored>> {
    private final Iterator<Map.Entry<ByteKey, ByteEntry>> entries;
    private final Marshaller marshaller;
    private Map.@Nullable Entry<K, Stored> next;

    CodedIterator(Iterator<Map.Entry<ByteKey, ByteEntry>> entries, Marshaller marshaller) {
        this.entries = entries;
        this.marshaller = marshaller;
    }

    @Override
    public boolean hasNext() {
        while (next == null && entries.hasNext()) {
            next = decoded(entries.next());
        }
        return next != null;
    }

    @Override
    public Map.Entry<K, Stored> next() {
        Map.Entry<K, Stored> entry = hasNext() ? next : null;
        if (entry == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return entry;
    }

    @SuppressWarnings("unchecked") // the key went in as K
    private Map.@Nullable Entry<K, Stored> decoded(Map.Entry<ByteKey, ByteEntry> entry) {
        try {
            Object key = marshaller.key(entry.getKey(), entry.getValue());
            return Map.entry((K) key, new CodedEntry(marshaller, key, entry.getValue()));
        } catch (UndecodableException unreadable) {
            return null;
        }
    }
}
