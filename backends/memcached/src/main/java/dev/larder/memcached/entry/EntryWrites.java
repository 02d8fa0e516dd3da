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
import dev.larder.spi.Write;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Read-free writes. A record gets the clear stamp that this JVM remembers, and the current stamp comes back in
 * the same round trip. If another JVM has cleared the cache in between, the record is written again with the new
 * stamp. Otherwise the new entry would be absent from the start.
 */
public final class EntryWrites {
    /** After this many clears during one call, the last clear is taken to have come after the write. */
    private static final int ATTEMPTS = 16;

    /** Writes in one request. */
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

    /**
     * One round trip for each server and 500 writes, one after another; another one if a clear came in between, or if no
     * stamp is remembered. If a server fails, the writes to the others still take place; then the failure is thrown.
     */
    public void putAll(List<Write> writes) {
        FailureCollector failureCollector = new FailureCollector();
        List<Write> left = writes;
        for (int i = 0; i < ATTEMPTS && !left.isEmpty(); i++) {
            left = putReturningStale(left, failureCollector);
        }
        failureCollector.throwIfAny();
    }

    private List<Write> putReturningStale(List<Write> writes, FailureCollector failureCollector) {
        List<byte[]> places =
                writes.stream().map(each -> keyspace.entryKey(each.key())).toList();
        List<Write> stale = new ArrayList<>(0);
        for (Share share : nodes.shares(places, MAX_BATCH_SIZE)) {
            failureCollector.run(() -> {
                if (!put(share, places, writes)) {
                    share.places().stream()
                            .map(writes::get)
                            .filter(each -> each.next() != null)
                            .forEach(stale::add);
                }
            });
        }
        return stale;
    }

    /** Returns whether the stamp that the records have is the current one. */
    private boolean put(Share share, List<byte[]> places, List<Write> writes) {
        ClearStamp used = clearStamps.hint(share.node());
        Requests requests = new Requests(share.places().stream()
                .mapToInt(place -> bytes(writes.get(place)))
                .sum());
        for (int place : share.places()) {
            ByteEntry next = writes.get(place).next();
            if (next == null) {
                requests.remove(places.get(place));
            } else {
                requests.set(places.get(place), used.stamp(), next, serverTtl.of(next));
            }
        }
        PendingCall answer = nodes.at(share.node())
                .sendAndWait(requests.gets(clearStamps.key()).build());
        return currentStamp(share.node(), answer.itemAt(0)).stamp() == used.stamp();
    }

    private static int bytes(Write write) {
        return 64 + (write.next() == null ? 0 : write.next().bytes().length);
    }

    private ClearStamp currentStamp(int node, @Nullable Item item) {
        ClearStamp seen = clearStamps.observe(node, item);
        return seen == null ? clearStamps.ensureStamp(node) : seen;
    }
}
