package dev.larder.memcached.entry;

import dev.larder.memcached.protocol.ClearStamp;
import dev.larder.memcached.protocol.MemcachedFailure;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether entries of a cache may have lifetimes of their own. An additional byte of the clear stamp on each
 * server says so. Each answer of a server contains the stamp, so every JVM learns it at no extra cost. A clear
 * makes a new stamp; a JVM that writes such entries marks the new stamp as soon as it sees it.
 *
 * <p>What a JVM has read is valid for five seconds. After that, and until the next answer, a put reads the entry
 * that it replaces.
 */
public final class OwnLifetimeMark {
    private static final Logger LOG = LoggerFactory.getLogger(OwnLifetimeMark.class);
    private static final long VALIDITY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final ClearStamps clearStamps;
    private volatile long lastSeen = System.nanoTime() - VALIDITY_NANOS;
    private volatile boolean known;
    private volatile boolean announced;

    OwnLifetimeMark(ClearStamps clearStamps) {
        this.clearStamps = clearStamps;
    }

    /** See {@link dev.larder.spi.ByteStore#mayHoldOwnLifetimes}. */
    public boolean mayExist() {
        return known || System.nanoTime() - lastSeen >= VALIDITY_NANOS;
    }

    /** Whether new stamps are created with the mark. */
    boolean isKnown() {
        return known;
    }

    /**
     * Marks the stamp of every server; does nothing if this JVM has already done so. An unreachable server is
     * marked after its return.
     */
    public void announce() {
        if (!announced) {
            clearStamps.markAll();
            known = true;
            announced = true;
        }
    }

    /** Records a stamp from an answer of a server. */
    void observe(int node, ClearStamp clearStamp, boolean alone) {
        if (clearStamp.marked()) {
            known = true;
        } else if (announced) {
            markAgain(node);
        } else if (alone) {
            known = false;
        }
        long now = System.nanoTime();
        if (now - lastSeen > VALIDITY_NANOS / 16) {
            lastSeen = now;
        }
    }

    // A JVM that did not know of the mark has cleared the cache.
    private void markAgain(int node) {
        try {
            clearStamps.mark(node);
        } catch (MemcachedFailure away) {
            LOG.debug("the stamp is not marked yet, but will be with the next answer", away);
        }
    }
}
