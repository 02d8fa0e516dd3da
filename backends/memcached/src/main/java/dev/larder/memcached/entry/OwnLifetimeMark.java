package dev.larder.memcached.entry;

import dev.larder.memcached.MemcachedFailure;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether entries of a cache may have lifetimes of their own. The cache's stamp on each server says so by a byte more.
 * Each answer of a server brings the stamp along, so every JVM learns it with whatever it does next, at no cost. It goes
 * with the entries: a clear makes a new stamp, and who does write such entries marks that as soon as he meets it.
 *
 * <p>What a JVM has heard is good for some seconds. Then a put looks at the entry that it replaces.
 */
public final class OwnLifetimeMark {
    private static final Logger LOG = LoggerFactory.getLogger(OwnLifetimeMark.class);
    private static final long GOOD = TimeUnit.SECONDS.toNanos(5);

    private final ClearStamps clearStamps;
    private volatile long heard = System.nanoTime();
    private volatile boolean known;
    private volatile boolean ours;

    OwnLifetimeMark(ClearStamps clearStamps) {
        this.clearStamps = clearStamps;
    }

    /** See {@link dev.larder.spi.ByteStore#mayHoldOwnLifetimes}. */
    public boolean mayBe() {
        return known || System.nanoTime() - heard >= GOOD;
    }

    /** Whether stamps that are made here are marked. */
    boolean areKnown() {
        return known;
    }

    /** Marks every server's stamp, but nothing if that has been done here. A server that is away is marked when it is back. */
    public void announce() {
        if (!ours) {
            clearStamps.markAll();
            known = true;
            ours = true;
        }
    }

    /** Takes note of a stamp that a server has given. */
    void saw(int node, ClearStamp clearStamp, boolean alone) {
        if (clearStamp.marked()) {
            known = true;
        } else if (ours) {
            markAgain(node);
        } else if (alone) {
            known = false;
        }
        long now = System.nanoTime();
        if (now - heard > GOOD / 16) {
            heard = now;
        }
    }

    // Somebody has cleared the cache who did not know.
    private void markAgain(int node) {
        try {
            clearStamps.mark(node);
        } catch (MemcachedFailure away) {
            LOG.debug("the stamp is not marked yet, but will be with the next answer", away);
        }
    }
}
