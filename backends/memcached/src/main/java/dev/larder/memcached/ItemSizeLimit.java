package dev.larder.memcached;

import dev.larder.memcached.connection.NodeCall;
import dev.larder.memcached.connection.Nodes;
import dev.larder.memcached.protocol.Request;
import dev.larder.memcached.protocol.Requests;
import dev.larder.memcached.protocol.StatsReply;
import java.util.List;

/** How large a record may be: what the servers say that they take. */
final class ItemSizeLimit {
    private static final int PRESET = 1 << 20;

    /** What an item takes beside the record: the server's own header, the key, the seal. */
    private static final int OVERHEAD = 512;

    private final Nodes nodes;
    private volatile int known;

    ItemSizeLimit(Nodes nodes) {
        this.nodes = nodes;
    }

    /**
     * The smallest of all servers' limits. One that does not answer is taken to have the usual one, and asked
     * again the next time.
     */
    int bytes() {
        return known == 0 ? asked() : known;
    }

    private int asked() {
        Request request = new Requests().statistics("settings").done();
        List<NodeCall> calls =
                nodes.all().stream().map(node -> node.begin(request)).toList();
        FailureCollector failureCollector = new FailureCollector();
        int smallest = calls.stream()
                        .mapToInt(nodeCall -> of(nodeCall, failureCollector))
                        .min()
                        .orElse(PRESET)
                - OVERHEAD;
        if (failureCollector.areNone()) {
            known = smallest;
        }
        return smallest;
    }

    private static int of(NodeCall nodeCall, FailureCollector failureCollector) {
        int[] limit = {PRESET};
        failureCollector.watch(() -> {
            StatsReply settings = (StatsReply) nodeCall.answer().replies().get(0);
            limit[0] = Integer.parseInt(settings.values().getOrDefault("item_size_max", Integer.toString(PRESET)));
        });
        return limit[0];
    }
}
