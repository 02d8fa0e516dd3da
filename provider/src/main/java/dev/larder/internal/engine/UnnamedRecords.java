package dev.larder.internal.engine;

import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Exchange;
import java.util.ArrayList;
import java.util.List;

/** Records whose key cannot be read here. They are removed many at a time, each only if nobody has replaced it. */
final class UnnamedRecords {
    private static final int MOST = 500;

    private final ByteStore store;
    private final List<Exchange<ByteKey, ByteEntry>> removals = new ArrayList<>();

    UnnamedRecords(ByteStore store) {
        this.store = store;
    }

    void add(ByteKey at, ByteEntry record) {
        removals.add(new Exchange<>(at, record, null));
        if (removals.size() == MOST) {
            remove();
        }
    }

    /** Removes those that were added since. */
    void remove() {
        if (!removals.isEmpty()) {
            store.exchangeAll(List.copyOf(removals));
            removals.clear();
        }
    }
}
