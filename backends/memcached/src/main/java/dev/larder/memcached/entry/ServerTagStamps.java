package dev.larder.memcached.entry;

import dev.larder.memcached.connection.FailureCollector;
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
    private static final int MAX_TAGS = 500;

    private final Nodes nodes;
    private final Keyspace keyspace;

    public ServerTagStamps(Nodes nodes, Keyspace keyspace) {
        this.nodes = nodes;
        this.keyspace = keyspace;
    }

    @Override
    public long[] read(List<String> tags) {
        return send(TagQuery.of(tags)).stamps();
    }

    @Override
    public long[] ensure(List<String> tags) {
        long[] proposals = tags.stream().mapToLong(tag -> Stamps.fresh()).toArray();
        return send(new TagQuery(tags, proposals)).stamps();
    }

    @Override
    public void renew(List<String> tags) {
        if (!tags.isEmpty()) {
            renewInParallel(tags.subList(0, 1));
            renewInParallel(tags.subList(1, tags.size()));
        }
    }

    private void renewInParallel(List<String> tags) {
        List<byte[]> keys = keys(tags);
        List<NodeCall> calls = new ArrayList<>();
        for (Share share : nodes.shares(keys, MAX_TAGS)) {
            Requests requests = new Requests(share.places().size() * Long.BYTES);
            share.places().forEach(place -> requests.renew(keys.get(place), Stamps.fresh()));
            calls.add(nodes.at(share.node()).begin(requests.build()));
        }
        FailureCollector failureCollector = new FailureCollector();
        calls.forEach(nodeCall -> failureCollector.run(nodeCall::answer));
        failureCollector.throwIfAny();
    }

    /** Sends the requests for the stamps, to all servers concerned in parallel. */
    public TagStampCalls send(TagQuery query) {
        List<byte[]> keys = keys(query.tags());
        List<Share> shares = nodes.shares(keys, MAX_TAGS);
        List<NodeCall> calls = new ArrayList<>(shares.size());
        for (Share share : shares) {
            Requests requests = new Requests();
            share.places().forEach(place -> addProposal(requests, keys.get(place), query.proposals()[place]));
            requests.gets(share.places().stream().map(keys::get).toList());
            calls.add(nodes.at(share.node()).begin(requests.build()));
        }
        return new TagStampCalls(keys.size(), shares, calls);
    }

    /** A request for keys on the server that has all of these tags, with the proposals before it. */
    Request requestFor(List<byte[]> asked, List<byte[]> keys, TagQuery query) {
        if (!query.proposes()) {
            return Request.reading(asked);
        }
        Requests requests = new Requests();
        for (int i = 0; i < keys.size(); i++) {
            addProposal(requests, keys.get(i), query.proposals()[i]);
        }
        return requests.gets(asked).build();
    }

    private static void addProposal(Requests requests, byte[] key, long proposal) {
        if (proposal != NONE) {
            requests.propose(key, proposal);
        }
    }

    /** The server keys of tags, in order. */
    List<byte[]> keys(List<String> tags) {
        return tags.stream().map(keyspace::tagKey).toList();
    }
}
