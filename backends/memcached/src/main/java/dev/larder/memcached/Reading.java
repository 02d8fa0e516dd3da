package dev.larder.memcached;

import dev.larder.memcached.Nodes.Share;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
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

    Reading(Nodes nodes, Keyspace keyspace, Stamps stamps) {
        this.nodes = nodes;
        this.keyspace = keyspace;
        this.stamps = stamps;
    }

    @Nullable
    ByteEntry one(ByteKey key) {
        byte[] at = keyspace.entry(key);
        int node = nodes.placeOf(at);
        Items items = (Items)
                nodes.at(node).ask(new Drafts(0).gets(stamps.key(), at).done()).get(0);
        return Seal.opened(stamps.saw(node, items.at(0)), items.at(1));
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
            calls.add(nodes.at(share.node()).begin(new Drafts(0).gets(asked).done()));
        }
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            Share share = shares.get(i);
            misfortunes.watch(() -> sort(share, (Items) call.replies().get(0), entries));
        }
        return Arrays.asList(entries);
    }

    private void sort(Share share, Items items, @Nullable ByteEntry[] entries) {
        Stamp stamp = stamps.saw(share.node(), items.at(0));
        int next = 1;
        for (int place : share.places()) {
            entries[place] = Seal.opened(stamp, items.at(next++));
        }
    }
}
