package dev.larder.memcached.entry;

import dev.larder.memcached.FailureCollector;
import dev.larder.memcached.connection.NodeCall;
import dev.larder.memcached.connection.Nodes;
import dev.larder.memcached.connection.Nodes.Share;
import dev.larder.memcached.protocol.Request;
import dev.larder.memcached.protocol.Requests;
import dev.larder.spi.Stamps;
import dev.larder.spi.TagQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * The stamps of tags: an item of eight bytes for each tag, on the one server that its key belongs to. So a tag
 * has exactly one stamp. If its server is unreachable, the stamp is unknown: entries with the tag are misses, and
 * an invalidation throws.
 */
public final class ServerTagStamps implements Stamps {
    /** Tags in one command. */
    private static final int MOST = 500;

    private final Nodes nodes;
    private final Keyspace keyspace;

    public ServerTagStamps(Nodes nodes, Keyspace keyspace) {
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
        List<NodeCall> calls = new ArrayList<>();
        for (Share share : nodes.shares(keys, MOST)) {
            Requests requests = new Requests(share.places().size() * Long.BYTES);
            share.places().forEach(place -> requests.renew(keys.get(place), Stamps.fresh()));
            calls.add(nodes.at(share.node()).begin(requests.done()));
        }
        FailureCollector failureCollector = new FailureCollector();
        calls.forEach(nodeCall -> failureCollector.watch(nodeCall::answer));
        failureCollector.raise();
    }

    /** Sends the requests for the stamps, to all servers concerned in parallel. */
    public TagStampCalls begin(TagQuery query) {
        List<byte[]> keys = keys(query.tags());
        List<Share> shares = nodes.shares(keys, MOST);
        List<NodeCall> calls = new ArrayList<>(shares.size());
        for (Share share : shares) {
            Requests requests = new Requests();
            share.places().forEach(place -> propose(requests, keys.get(place), query.proposals()[place]));
            requests.gets(share.places().stream().map(keys::get).toList());
            calls.add(nodes.at(share.node()).begin(requests.done()));
        }
        return new TagStampCalls(keys.size(), shares, calls);
    }

    /** A request for keys on the server that has all of these tags, with the proposals before it. */
    Request asking(List<byte[]> asked, List<byte[]> keys, TagQuery query) {
        if (!query.proposes()) {
            return Request.asking(asked);
        }
        Requests requests = new Requests();
        for (int i = 0; i < keys.size(); i++) {
            propose(requests, keys.get(i), query.proposals()[i]);
        }
        return requests.gets(asked).done();
    }

    private static void propose(Requests requests, byte[] key, long proposal) {
        if (proposal != NONE) {
            requests.propose(key, proposal);
        }
    }

    /** The server keys of tags, in order. */
    List<byte[]> keys(List<String> tags) {
        return tags.stream().map(keyspace::tag).toList();
    }
}
