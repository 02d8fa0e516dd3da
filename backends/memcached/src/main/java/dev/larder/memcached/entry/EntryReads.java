package dev.larder.memcached.entry;

import dev.larder.memcached.FailureCollector;
import dev.larder.memcached.connection.NodeCall;
import dev.larder.memcached.connection.Nodes;
import dev.larder.memcached.connection.Nodes.Share;
import dev.larder.memcached.connection.PendingCall;
import dev.larder.memcached.protocol.Request;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Stamped;
import dev.larder.spi.TagQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads entries, each together with its server's clear stamp. */
public final class EntryReads {
    /** Keys in one command. Other connections to the server wait while it runs. */
    private static final int MOST = 500;

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
    public @Nullable ByteEntry one(ByteKey key) {
        byte[] at = keyspace.entry(key);
        int node = nodes.placeOf(at);
        PendingCall answer = nodes.at(node).ask(Request.asking(List.of(clearStamps.key(), at)));
        return ClearStampField.opened(clearStamps.saw(node, answer.at(0)), answer.at(1));
    }

    /** An entry and the stamps of tags. One request if they are on the same server, else several in parallel. */
    public Stamped one(ByteKey key, TagQuery query) {
        byte[] at = keyspace.entry(key);
        int node = nodes.placeOf(at);
        List<byte[]> keys = tags.keys(query.tags());
        if (keys.size() > MOST || !nodes.areAllAt(node, keys)) {
            TagStampCalls calls = tags.begin(query);
            return new Stamped(one(key), calls.stamps());
        }
        List<byte[]> asked = new ArrayList<>(keys.size() + 2);
        asked.add(clearStamps.key());
        asked.add(at);
        asked.addAll(keys);
        PendingCall answer = nodes.at(node).ask(tags.asking(asked, keys, query));
        long[] found = new long[keys.size()];
        Arrays.setAll(found, place -> TagStampCalls.stampOf(answer.at(place + 2)));
        return new Stamped(ClearStampField.opened(clearStamps.saw(node, answer.at(0)), answer.at(1)), found);
    }

    /**
     * The entries in order; null where there is none.
     *
     * @param failureCollector records servers that fail; their entries are null
     */
    public List<@Nullable ByteEntry> all(List<ByteKey> keys, FailureCollector failureCollector) {
        List<byte[]> places = new ArrayList<>(keys.size());
        keys.forEach(key -> places.add(keyspace.entry(key)));
        @Nullable ByteEntry[] entries = new @Nullable ByteEntry[keys.size()];
        List<Share> shares = nodes.shares(places, MOST);
        List<NodeCall> calls = new ArrayList<>(shares.size());
        for (Share share : shares) {
            List<byte[]> asked = new ArrayList<>(share.places().size() + 1);
            asked.add(clearStamps.key());
            share.places().forEach(place -> asked.add(places.get(place)));
            calls.add(nodes.at(share.node()).begin(Request.asking(asked)));
        }
        List<Runnable> sorting = new ArrayList<>(shares.size());
        for (int i = 0; i < calls.size(); i++) {
            NodeCall nodeCall = calls.get(i);
            Share share = shares.get(i);
            failureCollector.watch(() -> {
                PendingCall answer = nodeCall.answer();
                clearStamps.saw(share.node(), answer.at(0));
                sorting.add(() -> sort(share, answer, entries));
            });
        }
        // Only now the latest era of all servers that answered is known.
        sorting.forEach(Runnable::run);
        return Arrays.asList(entries);
    }

    private void sort(Share share, PendingCall answer, @Nullable ByteEntry[] entries) {
        ClearStamp clearStamp = clearStamps.saw(share.node(), answer.at(0));
        int next = 1;
        for (int place : share.places()) {
            entries[place] = ClearStampField.opened(clearStamp, answer.at(next++));
        }
    }
}
