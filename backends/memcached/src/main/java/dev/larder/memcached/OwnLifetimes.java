package dev.larder.memcached;

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
final class OwnLifetimes {
    private static final Logger LOG = LoggerFactory.getLogger(OwnLifetimes.class);
    private static final long GOOD = TimeUnit.SECONDS.toNanos(5);

    private final Stamps stamps;
    private volatile long heard = System.nanoTime();
    private volatile boolean known;
    private volatile boolean ours;

    OwnLifetimes(Stamps stamps) {
        this.stamps = stamps;
    }

    /** See {@link dev.larder.spi.ByteStore#mayHoldOwnLifetimes}. */
    boolean mayBe() {
        return known || System.nanoTime() - heard >= GOOD;
    }

    /** Whether stamps that are made here are marked. */
    boolean areKnown() {
        return known;
    }

    /** Marks every server's stamp, but nothing if that has been done here. A server that is away is marked when it is back. */
    void announce() {
        if (!ours) {
            stamps.markAll();
            known = true;
            ours = true;
        }
    }

    /** Takes note of a stamp that a server has given. */
    void saw(int node, Stamp stamp, boolean alone) {
        if (stamp.marked()) {
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
            stamps.mark(node);
        } catch (MemcachedFailure away) {
            LOG.debug("the stamp is not marked yet, but will be with the next answer", away);
        }
    }
}
