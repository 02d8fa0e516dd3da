package dev.larder.memcached.entry;

import dev.larder.memcached.connection.FailureCollector;
import dev.larder.memcached.connection.NodeCall;
import dev.larder.memcached.connection.Nodes;
import dev.larder.memcached.connection.Nodes.Share;
import dev.larder.memcached.connection.PendingCall;
import dev.larder.memcached.protocol.ClearStamp;
import dev.larder.memcached.protocol.ClearStampField;
import dev.larder.memcached.protocol.Request;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Reply;
import dev.larder.spi.TagQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads entries, each together with its server's clear stamp. */
public final class EntryReads {
    /** Keys in one command. Other connections to the server wait while it runs. */
    private static final int MAX_KEYS = 500;

    private final Nodes nodes;
    private final Keyspace keyspace;
    private final ClearStamps clearStamps;
    private final ServerTagStamps tags;

    public EntryReads(Nodes nodes, Keyspace keyspace, ClearStamps clearStamps, ServerTagStamps tags) {
        this.tags = tags;
        this.nodes = nodes;
        this.keyspace = keyspace;
        this.clearStamps = clearStamps;
    }

    /** The entry; null if there is none. One round trip. */
    public @Nullable ByteEntry read(ByteKey key) {
        byte[] at = keyspace.entryKey(key);
        int node = nodes.indexOf(at);
        PendingCall answer = nodes.at(node).sendAndWait(Request.reading(List.of(clearStamps.key(), at)));
        return ClearStampField.entryOf(clearStamps.observe(node, answer.itemAt(0)), answer.itemAt(1));
    }

    /** An entry and the stamps of tags. One request if they are on the same server, else several in parallel. */
    public Reply read(ByteKey key, TagQuery query) {
        byte[] at = keyspace.entryKey(key);
        int node = nodes.indexOf(at);
        List<byte[]> keys = tags.keys(query.tags());
        if (keys.size() > MAX_KEYS || !nodes.areAllAt(node, keys)) {
            TagStampCalls calls = tags.send(query);
            return Reply.of(read(key), calls.stamps());
        }
        List<byte[]> asked = new ArrayList<>(keys.size() + 2);
        asked.add(clearStamps.key());
        asked.add(at);
        asked.addAll(keys);
        PendingCall answer = nodes.at(node).sendAndWait(tags.requestFor(asked, keys, query));
        long[] found = new long[keys.size()];
        Arrays.setAll(found, place -> TagStampCalls.stampOf(answer.itemAt(place + 2)));
        return Reply.of(ClearStampField.entryOf(clearStamps.observe(node, answer.itemAt(0)), answer.itemAt(1)), found);
    }

    /**
     * The entries in order; null where there is none.
     *
     * @param failureCollector records servers that fail; their entries are null
     */
    public List<@Nullable ByteEntry> readAll(List<ByteKey> keys, FailureCollector failureCollector) {
        List<byte[]> places = new ArrayList<>(keys.size());
        keys.forEach(key -> places.add(keyspace.entryKey(key)));
        @Nullable ByteEntry[] entries = new @Nullable ByteEntry[keys.size()];
        List<Share> shares = nodes.shares(places, MAX_KEYS);
        List<NodeCall> calls = new ArrayList<>(shares.size());
        for (Share share : shares) {
            List<byte[]> asked = new ArrayList<>(share.places().size() + 1);
            asked.add(clearStamps.key());
            share.places().forEach(place -> asked.add(places.get(place)));
            calls.add(nodes.at(share.node()).begin(Request.reading(asked)));
        }
        List<Runnable> sorting = new ArrayList<>(shares.size());
        for (int i = 0; i < calls.size(); i++) {
            NodeCall nodeCall = calls.get(i);
            Share share = shares.get(i);
            failureCollector.run(() -> {
                PendingCall answer = nodeCall.answer();
                clearStamps.observe(share.node(), answer.itemAt(0));
                sorting.add(() -> assign(share, answer, entries));
            });
        }
        // Only now the latest era of all servers that answered is known.
        sorting.forEach(Runnable::run);
        return Arrays.asList(entries);
    }

    private void assign(Share share, PendingCall answer, @Nullable ByteEntry[] entries) {
        ClearStamp clearStamp = clearStamps.observe(share.node(), answer.itemAt(0));
        int next = 1;
        for (int place : share.places()) {
            entries[place] = ClearStampField.entryOf(clearStamp, answer.itemAt(next++));
        }
    }
}
