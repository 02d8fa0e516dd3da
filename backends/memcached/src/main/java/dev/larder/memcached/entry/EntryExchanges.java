package dev.larder.memcached.entry;

import dev.larder.memcached.connection.FailureCollector;
import dev.larder.memcached.connection.Nodes;
import dev.larder.memcached.connection.Nodes.Share;
import dev.larder.memcached.connection.PendingCall;
import dev.larder.memcached.protocol.ClearStamp;
import dev.larder.memcached.protocol.ClearStampField;
import dev.larder.memcached.protocol.ExchangeReply;
import dev.larder.memcached.protocol.Item;
import dev.larder.memcached.protocol.MemcachedFailure;
import dev.larder.memcached.protocol.Requests;
import dev.larder.memcached.protocol.ServerTtl;
import dev.larder.memcached.protocol.StatusReply;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Write;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges by the server's version numbers. {@code cas} and similar commands return only whether they succeeded.
 * The current entry is therefore read after them in the same round trip, unless it is likely to be large.
 */
public final class EntryExchanges {
    private static final int ATTEMPTS = 16;

    /** Exchanges in one request. */
    private static final int MAX_BATCH_SIZE = 500;

    /**
     * In bytes. Up to this size a record is always read back, which costs less than a second request when it is
     * needed.
     */
    private static final int MAX_READ_BACK_BYTES = 4 << 10;

    private final Nodes nodes;
    private final Keyspace keyspace;
    private final ClearStamps clearStamps;
    private final ServerTtl serverTtl;
    private final EntryReads entryReads;

    public EntryExchanges(
            Nodes nodes, Keyspace keyspace, ClearStamps clearStamps, ServerTtl serverTtl, EntryReads entryReads) {
        this.nodes = nodes;
        this.keyspace = keyspace;
        this.clearStamps = clearStamps;
        this.serverTtl = serverTtl;
        this.entryReads = entryReads;
    }

    /** The witness. One round trip if the exchange succeeds. */
    public @Nullable ByteEntry exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        return expected != null ? change(key, expected, next) : next != null ? create(key, next) : null;
    }

    /** Puts an entry where there is none: no item at all, or one that is not an entry any more. */
    private @Nullable ByteEntry create(ByteKey key, ByteEntry next) {
        byte[] at = keyspace.entryKey(key);
        int node = nodes.indexOf(at);
        ClearStamp clearStamp = clearStamps.hint(node);
        Item dead = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            Requests requests = new Requests(next.bytes().length);
            addCreation(requests, at, clearStamp.stamp(), next, dead);
            ExchangeReply exchangeReply = exchangeAndRead(node, at, requests, isSmall(next));
            if (exchangeReply.isDone() && exchangeReply.hasStamp(clearStamp.stamp())) {
                return null;
            }
            ExchangeReply seen =
                    exchangeReply.isWhole() ? exchangeReply : exchangeAndRead(node, at, new Requests(), true);
            ByteEntry found = seen.entry();
            if (found != null) {
                return found;
            }
            dead = seen.item();
            clearStamp = seen.clearStamp() == null ? clearStamps.ensureStamp(node) : seen.clearStamp();
        }
        throw new MemcachedFailure("others wrote to the same key " + ATTEMPTS + " times meanwhile", null);
    }

    private void addCreation(Requests requests, byte[] at, long seal, ByteEntry next, @Nullable Item dead) {
        if (dead == null) {
            requests.add(at, seal, next.bytes(), serverTtl.of(next));
        } else {
            requests.replace(at, seal, next.bytes(), serverTtl.of(next), dead.version());
        }
    }

    private @Nullable ByteEntry change(ByteKey key, ByteEntry expected, @Nullable ByteEntry next) {
        byte[] at = keyspace.entryKey(key);
        int node = nodes.indexOf(at);
        Requests requests = new Requests(next == null ? 0 : next.bytes().length);
        change(requests, at, ClearStampField.of(expected), next);
        ExchangeReply exchangeReply = exchangeAndRead(node, at, requests, next == null || isSmall(next));
        if (exchangeReply.isDone()) {
            return exchangeReply.hasStamp(ClearStampField.of(expected).stamp()) ? expected : null;
        }
        return exchangeReply.isWhole() ? exchangeReply.entry() : entryReads.read(key);
    }

    // With the expected entry's seal, so that a change based on a cleared entry does not outlive the clear.
    private void change(Requests requests, byte[] at, ClearStampField expected, @Nullable ByteEntry next) {
        if (next == null) {
            requests.remove(at, expected.version());
        } else {
            requests.replace(at, expected.stamp(), next.bytes(), serverTtl.of(next), expected.version());
        }
    }

    private ExchangeReply exchangeAndRead(int node, byte[] at, Requests requests, boolean whole) {
        List<byte[]> asked = whole ? List.of(clearStamps.key(), at) : List.of(clearStamps.key());
        PendingCall answer = nodes.at(node).sendAndWait(requests.gets(asked).build());
        return new ExchangeReply(
                answer.replies().isEmpty()
                        ? null
                        : (StatusReply) answer.replies().get(0),
                clearStamps.observe(node, answer.itemAt(0)),
                whole ? answer.itemAt(1) : null,
                whole);
    }

    /** The witnesses in order. If a server fails, the exchanges of the others still take place. */
    public List<@Nullable ByteEntry> exchangeAll(List<Write> exchanges) {
        if (exchanges.size() == 1) {
            Write only = exchanges.get(0);
            return Collections.singletonList(exchange(only.key(), only.expected(), only.next()));
        }
        FailureCollector failureCollector = new FailureCollector();
        List<byte[]> places = new ArrayList<>(exchanges.size());
        exchanges.forEach(each -> places.add(keyspace.entryKey(each.key())));
        List<@Nullable ByteEntry> witnesses = new ArrayList<>(exchanges.size());
        exchanges.forEach(each -> witnesses.add(each.expected()));
        List<Integer> lost = new ArrayList<>();
        for (Share share : nodes.shares(places, MAX_BATCH_SIZE)) {
            failureCollector.run(() -> lost.addAll(sendReturningFailed(share, places, exchanges)));
        }
        resolveFailed(lost, exchanges, witnesses, failureCollector);
        failureCollector.throwIfAny();
        return witnesses;
    }

    /** Sends the exchanges of one server. Returns the indexes of those that failed. */
    private List<Integer> sendReturningFailed(Share share, List<byte[]> places, List<Write> exchanges) {
        ClearStamp hint = clearStamps.hint(share.node());
        Requests requests = new Requests();
        for (int place : share.places()) {
            Write each = exchanges.get(place);
            if (each.expected() != null) {
                change(requests, places.get(place), ClearStampField.of(each.expected()), each.next());
            } else if (each.next() != null) {
                addCreation(requests, places.get(place), hint.stamp(), each.next(), null);
            }
        }
        PendingCall answer = nodes.at(share.node())
                .sendAndWait(requests.gets(clearStamps.key()).build());
        ClearStamp clearStamp = clearStamps.observe(share.node(), answer.itemAt(0));
        List<Integer> lost = new ArrayList<>();
        for (int i = 0; i < share.places().size(); i++) {
            ByteEntry expected = exchanges.get(share.places().get(i)).expected();
            long seal = expected == null
                    ? hint.stamp()
                    : ClearStampField.of(expected).stamp();
            if (!((StatusReply) answer.replies().get(i)).succeeded()
                    || clearStamp == null
                    || clearStamp.stamp() != seal) {
                lost.add(share.places().get(i));
            }
        }
        return lost;
    }

    private void resolveFailed(
            List<Integer> lost,
            List<Write> exchanges,
            List<@Nullable ByteEntry> witnesses,
            FailureCollector failureCollector) {
        List<ByteKey> keys =
                lost.stream().map(place -> exchanges.get(place).key()).toList();
        List<@Nullable ByteEntry> present = entryReads.readAll(keys, failureCollector);
        for (int i = 0; i < lost.size(); i++) {
            int place = lost.get(i);
            ByteEntry found = present.get(i);
            Write each = exchanges.get(place);
            ByteEntry next = each.next();
            if (found == null && each.expected() == null && next != null) {
                failureCollector.run(() -> witnesses.set(place, create(each.key(), next)));
            } else {
                witnesses.set(place, found);
            }
        }
    }

    private static boolean isSmall(ByteEntry entry) {
        return entry.bytes().length <= MAX_READ_BACK_BYTES;
    }
}
