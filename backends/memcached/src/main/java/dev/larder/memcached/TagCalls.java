package dev.larder.memcached;

import dev.larder.memcached.Nodes.Share;
import dev.larder.spi.Stamps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question for the stamps of tags that is on its way. */
final class TagCalls {
    private final int tags;
    private final List<Share> shares;
    private final List<Call> calls;

    TagCalls(int tags, List<Share> shares, List<Call> calls) {
        this.tags = tags;
        this.shares = shares;
        this.calls = calls;
    }

    /** Waits for the stamps, which come in the order asked. */
    long[] stamps() {
        long[] stamps = new long[tags];
        for (int i = 0; i < calls.size(); i++) {
            Seat answer = calls.get(i).answer();
            int next = 0;
            for (int place : shares.get(i).places()) {
                stamps[place] = stampOf(answer.at(next++));
            }
        }
        return stamps;
    }

    static long stampOf(@Nullable Found found) {
        return found == null || found.rest().length > 0 ? Stamps.NONE : found.seal();
    }
}
