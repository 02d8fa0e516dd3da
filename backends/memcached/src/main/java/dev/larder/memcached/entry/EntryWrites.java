package dev.larder.memcached.entry;

import dev.larder.memcached.connection.FailureCollector;
import dev.larder.memcached.connection.Nodes;
import dev.larder.memcached.connection.Nodes.Share;
import dev.larder.memcached.connection.PendingCall;
import dev.larder.memcached.protocol.ClearStamp;
import dev.larder.memcached.protocol.Item;
import dev.larder.memcached.protocol.Requests;
import dev.larder.memcached.protocol.ServerTtl;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Read-free writes. A record gets the clear stamp that this JVM remembers, and the current stamp comes back in
 * the same round trip. If another JVM has cleared the cache in between, the record is written again with the new
 * stamp. Otherwise the new entry would be absent from the start.
 */
public final class EntryWrites {
    /** After this many clears during one call, the last clear is taken to have come after the write. */
    private static final int ATTEMPTS = 16;

    /** Entries in one request. */
    private static final int MAX_BATCH_SIZE = 500;

    private final Nodes nodes;
    private final Keyspace keyspace;
    private final ClearStamps clearStamps;
    private final ServerTtl serverTtl;

    public EntryWrites(Nodes nodes, Keyspace keyspace, ClearStamps clearStamps, ServerTtl serverTtl) {
        this.nodes = nodes;
        this.keyspace = keyspace;
        this.clearStamps = clearStamps;
        this.serverTtl = serverTtl;
    }

    /** One round trip; another one if a clear came in between, or if no stamp is remembered. */
    public void put(ByteKey key, ByteEntry next) {
        byte[] at = keyspace.entryKey(key);
        int node = nodes.indexOf(at);
        ClearStamp clearStamp = clearStamps.hint(node);
        for (int i = 0; i < ATTEMPTS; i++) {
            PendingCall answer = nodes.at(node)
                    .sendAndWait(new Requests(next.bytes().length)
                            .set(at, clearStamp.seal(), next, serverTtl.of(next))
                            .gets(clearStamps.key())
                            .build());
            ClearStamp present = currentStamp(node, answer.itemAt(0));
            if (present.seal() == clearStamp.seal()) {
                return;
            }
            clearStamp = present;
        }
    }

    /**
     * One round trip for each server and 500 entries, one after another. If a server fails, the entries of the others
     * are still written; then the failure is thrown.
     */
    public void putAll(Map<ByteKey, ByteEntry> entries) {
        FailureCollector failureCollector = new FailureCollector();
        List<KeyedEntry> left = new ArrayList<>(entries.size());
        entries.forEach((key, entry) -> left.add(new KeyedEntry(keyspace.entryKey(key), entry)));
        for (int i = 0; i < ATTEMPTS && !left.isEmpty(); i++) {
            List<KeyedEntry> dead = writeReturningStale(left, failureCollector);
            left.clear();
            left.addAll(dead);
        }
        failureCollector.throwIfAny();
    }

    /** An entry and its server key. */
    private static final class KeyedEntry {
        private final byte[] at;
        private final ByteEntry entry;

        KeyedEntry(byte[] at, ByteEntry entry) {
            this.at = at;
            this.entry = entry;
        }

        byte[] at() {
            return at;
        }

        ByteEntry entry() {
            return entry;
        }
    }

    private List<KeyedEntry> writeReturningStale(List<KeyedEntry> parcels, FailureCollector failureCollector) {
        List<KeyedEntry> dead = new ArrayList<>();
        for (Share share : nodes.shares(parcels.stream().map(KeyedEntry::at).toList(), MAX_BATCH_SIZE)) {
            List<KeyedEntry> some = share.places().stream().map(parcels::get).toList();
            failureCollector.run(() -> {
                if (!write(share.node(), some)) {
                    dead.addAll(some);
                }
            });
        }
        return dead;
    }

    private boolean write(int node, List<KeyedEntry> parcels) {
        long seal = clearStamps.hint(node).seal();
        Requests requests = new Requests(parcels.stream()
                .mapToInt(each -> each.entry().bytes().length + 64)
                .sum());
        parcels.forEach(each -> requests.set(each.at(), seal, each.entry(), serverTtl.of(each.entry())));
        return currentStamp(
                                node,
                                nodes.at(node)
                                        .sendAndWait(
                                                requests.gets(clearStamps.key()).build())
                                        .itemAt(0))
                        .seal()
                == seal;
    }

    private ClearStamp currentStamp(int node, @Nullable Item item) {
        ClearStamp seen = clearStamps.observe(node, item);
        return seen == null ? clearStamps.ensureStamp(node) : seen;
    }
}
