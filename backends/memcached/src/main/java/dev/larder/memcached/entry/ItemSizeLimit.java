package dev.larder.memcached.entry;

import dev.larder.memcached.connection.FailureCollector;
import dev.larder.memcached.connection.NodeCall;
import dev.larder.memcached.connection.Nodes;
import dev.larder.memcached.protocol.Request;
import dev.larder.memcached.protocol.Requests;
import dev.larder.memcached.protocol.StatsReply;
import java.util.List;

/** The largest record that all servers accept. */
public final class ItemSizeLimit {
    private static final int DEFAULT_BYTES = 1 << 20;

    /** In bytes. What an item needs besides the record: the server's header, the key, the clear stamp. */
    private static final int OVERHEAD_BYTES = 512;

    private final Nodes nodes;
    private volatile int known;

    public ItemSizeLimit(Nodes nodes) {
        this.nodes = nodes;
    }

    /**
     * The smallest limit of all servers, in bytes. A server that does not answer counts with the default limit
     * and is asked again next time. One round trip until all servers have answered, none after that.
     */
    public int bytes() {
        return known == 0 ? fetch() : known;
    }

    private int fetch() {
        Request request = new Requests().stats("settings").build();
        List<NodeCall> calls =
                nodes.all().stream().map(node -> node.begin(request)).toList();
        FailureCollector failureCollector = new FailureCollector();
        int smallest = calls.stream()
                        .mapToInt(nodeCall -> of(nodeCall, failureCollector))
                        .min()
                        .orElse(DEFAULT_BYTES)
                - OVERHEAD_BYTES;
        if (failureCollector.isEmpty()) {
            known = smallest;
        }
        return smallest;
    }

    private static int of(NodeCall nodeCall, FailureCollector failureCollector) {
        int[] limit = {DEFAULT_BYTES};
        failureCollector.run(() -> {
            StatsReply settings = (StatsReply) nodeCall.answer().replies().get(0);
            limit[0] =
                    Integer.parseInt(settings.values().getOrDefault("item_size_max", Integer.toString(DEFAULT_BYTES)));
        });
        return limit[0];
    }
}
