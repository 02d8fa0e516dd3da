package dev.larder.memcached;

import dev.larder.memcached.Nodes.Share;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Stamped;
import dev.larder.spi.TagQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads entries, each together with its server's stamp. */
final class Reading {
    /** Keys of one command: other connections to the server wait meanwhile. */
    private static final int MOST = 500;

    private final Nodes nodes;
    private final Keyspace keyspace;
    private final Stamps stamps;
    private final TagStamps tags;

    Reading(Nodes nodes, Keyspace keyspace, Stamps stamps, TagStamps tags) {
        this.tags = tags;
        this.nodes = nodes;
        this.keyspace = keyspace;
        this.stamps = stamps;
    }

    @Nullable
    ByteEntry one(ByteKey key) {
        byte[] at = keyspace.entry(key);
        int node = nodes.placeOf(at);
        Seat answer = nodes.at(node).ask(Draft.asking(List.of(stamps.key(), at)));
        return Seal.opened(stamps.saw(node, answer.at(0)), answer.at(1));
    }

    /** An entry and the stamps of tags: in one question if they live on the same server, else in several at once. */
    Stamped one(ByteKey key, TagQuery query) {
        byte[] at = keyspace.entry(key);
        int node = nodes.placeOf(at);
        List<byte[]> keys = tags.keys(query.tags());
        if (keys.size() > MOST || !nodes.areAllAt(node, keys)) {
            TagCalls calls = tags.begin(query);
            return new Stamped(one(key), calls.stamps());
        }
        List<byte[]> asked = new ArrayList<>(keys.size() + 2);
        asked.add(stamps.key());
        asked.add(at);
        asked.addAll(keys);
        Seat answer = nodes.at(node).ask(tags.asking(asked, keys, query));
        long[] found = new long[keys.size()];
        Arrays.setAll(found, place -> TagCalls.stampOf(answer.at(place + 2)));
        return new Stamped(Seal.opened(stamps.saw(node, answer.at(0)), answer.at(1)), found);
    }

    /**
     * The entries in order, null where there is none.
     *
     * @param misfortunes takes note of servers that fail; their entries are null
     */
    List<@Nullable ByteEntry> all(List<ByteKey> keys, Misfortunes misfortunes) {
        List<byte[]> places = new ArrayList<>(keys.size());
        keys.forEach(key -> places.add(keyspace.entry(key)));
        @Nullable ByteEntry[] entries = new @Nullable ByteEntry[keys.size()];
        List<Share> shares = nodes.shares(places, MOST);
        List<Call> calls = new ArrayList<>(shares.size());
        for (Share share : shares) {
            List<byte[]> asked = new ArrayList<>(share.places().size() + 1);
            asked.add(stamps.key());
            share.places().forEach(place -> asked.add(places.get(place)));
            calls.add(nodes.at(share.node()).begin(Draft.asking(asked)));
        }
        List<Runnable> sorting = new ArrayList<>(shares.size());
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            Share share = shares.get(i);
            misfortunes.watch(() -> {
                Seat answer = call.answer();
                stamps.saw(share.node(), answer.at(0));
                sorting.add(() -> sort(share, answer, entries));
            });
        }
        // Only now is it known what the latest era is, of all servers that have answered.
        sorting.forEach(Runnable::run);
        return Arrays.asList(entries);
    }

    private void sort(Share share, Seat answer, @Nullable ByteEntry[] entries) {
        Stamp stamp = stamps.saw(share.node(), answer.at(0));
        int next = 1;
        for (int place : share.places()) {
            entries[place] = Seal.opened(stamp, answer.at(next++));
        }
    }
}
