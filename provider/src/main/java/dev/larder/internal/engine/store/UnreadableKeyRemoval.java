package dev.larder.internal.engine.store;

import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Exchange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Removes records whose key cannot be read here, up to {@value #MOST} in one bulk exchange. A record that has been
 * replaced by one with a readable key stays.
 */
final class UnreadableKeyRemoval {
    private static final int MOST = 500;
    private static final int ATTEMPTS = 16;

    private final ByteStore store;
    private final Marshaller marshaller;
    private final List<Exchange<ByteKey, ByteEntry>> removals = new ArrayList<>();

    UnreadableKeyRemoval(ByteStore store, Marshaller marshaller) {
        this.store = store;
        this.marshaller = marshaller;
    }

    /** Adds a record without a readable key. A load lock has no readable key either, and stays. */
    void add(ByteKey at, ByteEntry record) {
        if (!marshaller.isLoadLock(at)) {
            removals.add(new Exchange<>(at, record, null));
        }
        if (removals.size() == MOST) {
            remove();
        }
    }

    /** Removes the records added so far. */
    void remove() {
        for (int i = 0; i < ATTEMPTS && !removals.isEmpty(); i++) {
            List<Exchange<ByteKey, ByteEntry>> asked = List.copyOf(removals);
            List<@Nullable ByteEntry> witnesses = store.exchangeAll(asked);
            removals.clear();
            for (int j = 0; j < asked.size(); j++) {
                ByteEntry witness = witnesses.get(j);
                ByteKey at = asked.get(j).key();
                if (witness != null && witness != asked.get(j).expected() && !isNamed(at, witness)) {
                    removals.add(new Exchange<>(at, witness, null));
                }
            }
        }
        removals.clear();
    }

    private boolean isNamed(ByteKey at, ByteEntry record) {
        try {
            marshaller.key(at, record);
            return true;
        } catch (UndecodableException unreadable) {
            return false;
        }
    }
}
