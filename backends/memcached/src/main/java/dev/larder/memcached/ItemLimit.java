package dev.larder.memcached;

import java.util.List;

/** How large a record may be: what the servers say that they take. */
final class ItemLimit {
    private static final int PRESET = 1 << 20;

    /** What an item takes beside the record: the server's own header, the key, the seal. */
    private static final int OVERHEAD = 512;

    private final Nodes nodes;

    ItemLimit(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The smallest of all servers' limits. One that does not answer is taken to have the usual one. */
    int bytes() {
        Draft draft = new Drafts(0).statistics("settings").done();
        List<Call> calls = nodes.all().stream().map(node -> node.begin(draft)).toList();
        return calls.stream().mapToInt(ItemLimit::of).min().orElse(PRESET) - OVERHEAD;
    }

    private static int of(Call call) {
        try {
            Statistics settings = (Statistics) call.replies().get(0);
            return Integer.parseInt(settings.values().getOrDefault("item_size_max", Integer.toString(PRESET)));
        } catch (MemcachedFailure away) {
            return PRESET;
        }
    }
}
