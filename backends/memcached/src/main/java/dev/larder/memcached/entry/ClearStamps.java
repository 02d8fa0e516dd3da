package dev.larder.memcached.entry;

import dev.larder.memcached.FailureCollector;
import dev.larder.memcached.MemcachedFailure;
import dev.larder.memcached.connection.NodeCall;
import dev.larder.memcached.connection.Nodes;
import dev.larder.memcached.connection.PendingCall;
import dev.larder.memcached.protocol.Item;
import dev.larder.memcached.protocol.Request;
import dev.larder.memcached.protocol.Requests;
import dev.larder.memcached.protocol.StatusReply;
import dev.larder.spi.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A cache's stamps, one on each server, beside the entries that live there: so an entry and its stamp come
 * in one trip, and a dead server takes no other's entries with it. What is remembered here are hints; each
 * answer brings the present stamp along.
 *
 * <p>A {@code clear} gives each server a new stamp. One that is paused meanwhile comes back with its old
 * stamp and its old entries; both agree, and nothing on that server says that they are of yesterday. So each
 * stamp also names the era that the clear began. Who has seen a later era on any server takes no record of
 * an earlier one for valid; whoever next writes there makes a new stamp. Eras are only compared, so that
 * a clock that is wrong costs at worst entries, and brings none back.
 */
public final class ClearStamps {
    private static final int ATTEMPTS = 16;

    private final Nodes nodes;
    private final byte[] key;
    private final Clock clock;
    private final AtomicReferenceArray<@Nullable ClearStamp> hints;
    private final AtomicLong era = new AtomicLong();
    private final OwnLifetimeMark own = new OwnLifetimeMark(this);

    public ClearStamps(Nodes nodes, byte[] key, Clock clock) {
        this.nodes = nodes;
        this.key = key;
        this.clock = clock;
        this.hints = new AtomicReferenceArray<>(nodes.count());
    }

    /** The servers' key of the stamp. */
    byte[] key() {
        return key;
    }

    /** What is most likely the server's stamp; asks it if nothing is remembered. */
    ClearStamp hint(int node) {
        ClearStamp hint = hints.get(node);
        return hint == null || hint.era() < era.get() ? renewed(node) : hint;
    }

    /** Takes note of an answer. Gives the server's stamp; null if it has none, or missed a clear. */
    @Nullable
    ClearStamp saw(int node, @Nullable Item item) {
        ClearStamp seen = ClearStamp.of(item);
        return seen == null ? null : saw(node, seen);
    }

    private @Nullable ClearStamp saw(int node, ClearStamp seen) {
        ClearStamp hint = hints.get(node);
        if (hint != null && hint.seal() == seen.seal() && (hint.marked() || !seen.marked())) {
            // A stamp gains its mark and never loses it: what comes without is an older answer.
            if (hint.marked() == seen.marked()) {
                own.saw(node, seen, nodes.count() == 1);
            }
            return seen.era() < era.get() ? null : hint;
        }
        if (era.accumulateAndGet(seen.era(), Math::max) > seen.era()) {
            return null;
        }
        hints.set(node, seen);
        own.saw(node, seen, nodes.count() == 1);
        return seen;
    }

    public OwnLifetimeMark ownLifetimes() {
        return own;
    }

    /** Marks the stamps of all servers that can be reached. */
    void markAll() {
        FailureCollector away = new FailureCollector();
        for (int i = 0; i < nodes.count(); i++) {
            int node = i;
            away.watch(() -> mark(node));
        }
    }

    /** Marks a server's stamp, which is made if there is none. */
    void mark(int node) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Item item = nodes.at(node).ask(new Requests().gets(key).done()).at(0);
            ClearStamp clearStamp = ClearStamp.of(item);
            ClearStamp marked = clearStamp == null ? ClearStamp.fresh(era.get(), true) : clearStamp.mark();
            if (clearStamp != null && clearStamp.marked() || isStored(node, marked, item)) {
                saw(node, marked);
                return;
            }
        }
    }

    private boolean isStored(int node, ClearStamp marked, @Nullable Item item) {
        PendingCall answer = nodes.at(node).ask(making(marked, item));
        return ((StatusReply) answer.replies().get(0)).isDone();
    }

    /** The server's stamp, which is made if there is none that counts. */
    ClearStamp renewed(int node) {
        Item before = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            ClearStamp fresh = ClearStamp.fresh(era.get(), own.areKnown());
            Item item = nodes.at(node).ask(making(fresh, before)).at(0);
            ClearStamp clearStamp = saw(node, item);
            if (clearStamp != null) {
                return clearStamp;
            }
            before = item;
        }
        throw new MemcachedFailure(
                "memcached at " + nodes.at(node).host()
                        + " loses the cache's stamp again and again: is it out of memory?",
                null);
    }

    private Request making(ClearStamp fresh, @Nullable Item before) {
        Requests requests = new Requests(Long.BYTES);
        if (before == null) {
            requests.add(key, fresh.seal(), fresh.rest(), 0);
        } else {
            requests.replace(key, fresh.seal(), fresh.rest(), 0, before.version());
        }
        return requests.gets(key).done();
    }

    /**
     * Gives every server a new stamp: whatever was written before is no entry any more. If a server cannot
     * be reached the others have theirs all the same, and what comes back with it is known to be of
     * yesterday to all who have been in touch with one of those.
     *
     * @throws MemcachedFailure if a server has not said that it is done
     */
    public void renewAll() {
        long begun = era.updateAndGet(last -> Math.max(last + 1, clock.millis()));
        List<ClearStamp> stamps = new ArrayList<>(nodes.count());
        List<NodeCall> calls = new ArrayList<>(nodes.count());
        for (int i = 0; i < nodes.count(); i++) {
            ClearStamp fresh = ClearStamp.fresh(begun, own.areKnown());
            stamps.add(fresh);
            calls.add(nodes.at(i)
                    .begin(new Requests(Long.BYTES)
                            .set(key, fresh.seal(), fresh.rest(), 0)
                            .done()));
        }
        FailureCollector failureCollector = new FailureCollector();
        for (int i = 0; i < calls.size(); i++) {
            int node = i;
            failureCollector.watch(() -> {
                calls.get(node).answer();
                hints.set(node, stamps.get(node));
            });
        }
        failureCollector.raise();
    }
}
