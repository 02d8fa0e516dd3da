package dev.larder.memcached.entry;

import dev.larder.memcached.connection.FailureCollector;
import dev.larder.memcached.connection.NodeCall;
import dev.larder.memcached.connection.Nodes;
import dev.larder.memcached.connection.PendingCall;
import dev.larder.memcached.protocol.ClearStamp;
import dev.larder.memcached.protocol.Item;
import dev.larder.memcached.protocol.MemcachedFailure;
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
 * The clear stamps of a cache, one on each server, beside the entries of that server. So an entry and its stamp
 * are read in one round trip, and an unreachable server makes no other server's entries absent. The stamps in
 * memory are hints; each answer brings the current stamp along.
 *
 * <p>A {@code clear} gives each server a new stamp. A server that is unreachable during it returns with its old
 * stamp and its old entries, which match each other. Therefore each stamp also contains the era in which its
 * {@code clear} began. A JVM that has seen a later era on any server treats records of an earlier era as absent.
 * The next write to that server makes a new stamp.
 *
 * <p>Eras are only compared with each other. A wrong clock can therefore make entries absent, but cannot bring
 * cleared ones back.
 */
public final class ClearStamps {
    private static final int ATTEMPTS = 16;

    private final Nodes nodes;
    private final byte[] key;
    private final Clock clock;
    private final AtomicReferenceArray<@Nullable ClearStamp> hints;
    private final AtomicLong era = new AtomicLong();
    private final OwnLifetimeMark ownLifetimeMark = new OwnLifetimeMark(this);

    public ClearStamps(Nodes nodes, byte[] key, Clock clock) {
        this.nodes = nodes;
        this.key = key;
        this.clock = clock;
        this.hints = new AtomicReferenceArray<>(nodes.count());
    }

    /** The server key of the stamp. */
    byte[] key() {
        return key;
    }

    /**
     * The probable stamp of the server. Asks the server if none is remembered, or if the remembered one is of an
     * earlier era.
     */
    ClearStamp hint(int node) {
        ClearStamp hint = hints.get(node);
        return hint == null || hint.clearId() < era.get() ? ensureStamp(node) : hint;
    }

    /** Records the stamp in an answer and returns it; null if the server has none, or missed a clear. */
    @Nullable
    ClearStamp observe(int node, @Nullable Item item) {
        ClearStamp seen = ClearStamp.of(item);
        return seen == null ? null : observe(node, seen);
    }

    private @Nullable ClearStamp observe(int node, ClearStamp seen) {
        ClearStamp hint = hints.get(node);
        if (hint != null && hint.stamp() == seen.stamp() && (hint.marked() || !seen.marked())) {
            // A stamp gains its mark and never loses it: an unmarked one is an older answer.
            if (hint.marked() == seen.marked()) {
                ownLifetimeMark.observe(node, seen, nodes.count() == 1);
            }
            return seen.clearId() < era.get() ? null : hint;
        }
        if (era.accumulateAndGet(seen.clearId(), Math::max) > seen.clearId()) {
            return null;
        }
        hints.set(node, seen);
        ownLifetimeMark.observe(node, seen, nodes.count() == 1);
        return seen;
    }

    public OwnLifetimeMark ownLifetimes() {
        return ownLifetimeMark;
    }

    /** Marks the stamps of all servers that can be reached. */
    void markAll() {
        FailureCollector away = new FailureCollector();
        for (int i = 0; i < nodes.count(); i++) {
            int node = i;
            away.run(() -> mark(node));
        }
    }

    /** Marks a server's stamp; creates one if there is none. */
    void mark(int node) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Item item =
                    nodes.at(node).sendAndWait(new Requests().gets(key).build()).itemAt(0);
            ClearStamp clearStamp = ClearStamp.of(item);
            ClearStamp marked = clearStamp == null ? ClearStamp.fresh(era.get(), true) : clearStamp.mark();
            if (clearStamp != null && clearStamp.marked() || tryStore(node, marked, item)) {
                observe(node, marked);
                return;
            }
        }
    }

    private boolean tryStore(int node, ClearStamp marked, @Nullable Item item) {
        PendingCall answer = nodes.at(node).sendAndWait(storeRequest(marked, item));
        return ((StatusReply) answer.replies().get(0)).succeeded();
    }

    /** The server's stamp; creates one if there is none of the current era. */
    ClearStamp ensureStamp(int node) {
        Item before = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            ClearStamp fresh = ClearStamp.fresh(era.get(), ownLifetimeMark.isKnown());
            Item item = nodes.at(node).sendAndWait(storeRequest(fresh, before)).itemAt(0);
            ClearStamp clearStamp = observe(node, item);
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

    private Request storeRequest(ClearStamp fresh, @Nullable Item before) {
        Requests requests = new Requests(Long.BYTES);
        if (before == null) {
            requests.add(key, fresh.stamp(), fresh.rest(), 0);
        } else {
            requests.replace(key, fresh.stamp(), fresh.rest(), 0, before.version());
        }
        return requests.gets(key).build();
    }

    /**
     * Gives every server a new stamp, which makes all records written before absent. One round trip, to all
     * servers in parallel. If a server cannot be reached, the others still get theirs. Every JVM that has seen
     * one of these then treats the old entries of that server as absent.
     *
     * @throws MemcachedFailure if a server did not confirm its new stamp
     */
    public void renewAll() {
        long begun = era.updateAndGet(last -> Math.max(last + 1, clock.millis()));
        List<ClearStamp> stamps = new ArrayList<>(nodes.count());
        List<NodeCall> calls = new ArrayList<>(nodes.count());
        for (int i = 0; i < nodes.count(); i++) {
            ClearStamp fresh = ClearStamp.fresh(begun, ownLifetimeMark.isKnown());
            stamps.add(fresh);
            calls.add(nodes.at(i)
                    .begin(new Requests(Long.BYTES)
                            .set(key, fresh.stamp(), fresh.rest(), 0)
                            .build()));
        }
        FailureCollector failureCollector = new FailureCollector();
        for (int i = 0; i < calls.size(); i++) {
            int node = i;
            failureCollector.run(() -> {
                calls.get(node).answer();
                hints.set(node, stamps.get(node));
            });
        }
        failureCollector.throwIfAny();
    }
}
