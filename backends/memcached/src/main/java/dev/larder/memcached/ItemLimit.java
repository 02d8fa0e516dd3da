package dev.larder.memcached;

import java.util.List;

/** How large a record may be: what the servers say that they take. */
final class ItemLimit {
    private static final int PRESET = 1 << 20;

    /** What an item takes beside the record: the server's own header, the key, the seal. */
    private static final int OVERHEAD = 512;

    private final Nodes nodes;
    private volatile int known;

    ItemLimit(Nodes nodes) {
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
        Draft draft = new Drafts().statistics("settings").done();
        List<Call> calls = nodes.all().stream().map(node -> node.begin(draft)).toList();
        Misfortunes misfortunes = new Misfortunes();
        int smallest =
                calls.stream().mapToInt(call -> of(call, misfortunes)).min().orElse(PRESET) - OVERHEAD;
        if (misfortunes.areNone()) {
            known = smallest;
        }
        return smallest;
    }

    private static int of(Call call, Misfortunes misfortunes) {
        int[] limit = {PRESET};
        misfortunes.watch(() -> {
            Statistics settings = (Statistics) call.answer().replies().get(0);
            limit[0] = Integer.parseInt(settings.values().getOrDefault("item_size_max", Integer.toString(PRESET)));
        });
        return limit[0];
    }
}
