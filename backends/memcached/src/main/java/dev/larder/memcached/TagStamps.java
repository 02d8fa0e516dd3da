package dev.larder.memcached;

import dev.larder.memcached.Nodes.Share;
import dev.larder.spi.Stamps;
import dev.larder.spi.TagQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * The stamps of tags: an item of eight bytes for each, on the server that its key falls to and nowhere else. So
 * a tag has one stamp; if its server is away nobody knows it, what bears the tag is a miss, and an
 * invalidation throws.
 */
final class TagStamps implements Stamps {
    /** Tags of one command. */
    private static final int MOST = 500;

    private final Nodes nodes;
    private final Keyspace keyspace;

    TagStamps(Nodes nodes, Keyspace keyspace) {
        this.nodes = nodes;
        this.keyspace = keyspace;
    }

    @Override
    public long[] read(List<String> tags) {
        return begin(TagQuery.of(tags)).stamps();
    }

    @Override
    public long[] ensure(List<String> tags) {
        long[] proposals = tags.stream().mapToLong(tag -> Stamps.fresh()).toArray();
        return begin(new TagQuery(tags, proposals)).stamps();
    }

    @Override
    public void renew(List<String> tags) {
        if (!tags.isEmpty()) {
            renewTogether(tags.subList(0, 1));
            renewTogether(tags.subList(1, tags.size()));
        }
    }

    private void renewTogether(List<String> tags) {
        List<byte[]> keys = keys(tags);
        List<Call> calls = new ArrayList<>();
        for (Share share : nodes.shares(keys, MOST)) {
            Drafts drafts = new Drafts(share.places().size() * Long.BYTES);
            share.places().forEach(place -> drafts.renew(keys.get(place), Stamps.fresh()));
            calls.add(nodes.at(share.node()).begin(drafts.done()));
        }
        Misfortunes misfortunes = new Misfortunes();
        calls.forEach(call -> misfortunes.watch(call::answer));
        misfortunes.raise();
    }

    /** Sends the question; all servers concerned are asked at the same time. */
    TagCalls begin(TagQuery query) {
        List<byte[]> keys = keys(query.tags());
        List<Share> shares = nodes.shares(keys, MOST);
        List<Call> calls = new ArrayList<>(shares.size());
        for (Share share : shares) {
            Drafts drafts = new Drafts();
            share.places().forEach(place -> propose(drafts, keys.get(place), query.proposals()[place]));
            drafts.gets(share.places().stream().map(keys::get).toList());
            calls.add(nodes.at(share.node()).begin(drafts.done()));
        }
        return new TagCalls(keys.size(), shares, calls);
    }

    /** A question to the server that has all of these tags, with the proposals before it. */
    Draft asking(List<byte[]> asked, List<byte[]> keys, TagQuery query) {
        if (!query.proposes()) {
            return Draft.asking(asked);
        }
        Drafts drafts = new Drafts();
        for (int i = 0; i < keys.size(); i++) {
            propose(drafts, keys.get(i), query.proposals()[i]);
        }
        return drafts.gets(asked).done();
    }

    private static void propose(Drafts drafts, byte[] key, long proposal) {
        if (proposal != NONE) {
            drafts.propose(key, proposal);
        }
    }

    /** The servers' keys of tags, in order. */
    List<byte[]> keys(List<String> tags) {
        return tags.stream().map(keyspace::tag).toList();
    }
}
