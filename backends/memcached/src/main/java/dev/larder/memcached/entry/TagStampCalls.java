package dev.larder.memcached.entry;

import dev.larder.memcached.connection.NodeCall;
import dev.larder.memcached.connection.Nodes.Share;
import dev.larder.memcached.connection.PendingCall;
import dev.larder.memcached.protocol.Item;
import dev.larder.spi.Stamps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests for the stamps of tags that have been sent. */
public final class TagStampCalls {
    private final int tags;
    private final List<Share> shares;
    private final List<NodeCall> calls;

    TagStampCalls(int tags, List<Share> shares, List<NodeCall> calls) {
        this.tags = tags;
        this.shares = shares;
        this.calls = calls;
    }

    /** Waits for the stamps and returns them in the order of the tags. */
    public long[] stamps() {
        long[] stamps = new long[tags];
        for (int i = 0; i < calls.size(); i++) {
            PendingCall answer = calls.get(i).answer();
            int next = 0;
            for (int place : shares.get(i).places()) {
                stamps[place] = stampOf(answer.itemAt(next++));
            }
        }
        return stamps;
    }

    static long stampOf(@Nullable Item item) {
        return item == null || item.rest().length > 0 ? Stamps.NONE : item.stamp();
    }
}
