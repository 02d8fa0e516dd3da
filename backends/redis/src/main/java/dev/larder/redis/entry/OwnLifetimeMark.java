package dev.larder.redis.entry;

import dev.larder.redis.command.RedisFailure;
import dev.larder.redis.command.Request;
import dev.larder.redis.connection.CommandExecutor;
import dev.larder.redis.connection.Script;
import dev.larder.redis.keyspace.Keyspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether entries of a cache may have lifetimes of their own. A ninth byte of the clear stamp says so. Each
 * answer of the server contains the stamp, so every JVM learns it at no extra cost. A clear makes a new stamp; a
 * JVM that writes such entries marks the new stamp as soon as it sees it.
 *
 * <p>What a JVM has read is valid for a second. After that, and until the next answer, a put lets the server
 * compare the entry that it replaces. This too takes one round trip.
 */
public final class OwnLifetimeMark {
    private static final Logger LOG = LoggerFactory.getLogger(OwnLifetimeMark.class);
    private static final Script MARK = Script.named("own");
    private static final long VALIDITY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final byte MARKED = '+';

    private final CommandExecutor commandExecutor;
    private final Keyspace keyspace;
    private final ClearStamps stamps;
    private volatile long lastSeen = System.nanoTime() - VALIDITY_NANOS;
    private volatile boolean known;
    private volatile boolean announced;

    OwnLifetimeMark(CommandExecutor commandExecutor, Keyspace keyspace, ClearStamps stamps) {
        this.commandExecutor = commandExecutor;
        this.keyspace = keyspace;
        this.stamps = stamps;
    }

    /** See {@link dev.larder.spi.ByteStore#mayHoldOwnLifetimes}. */
    public boolean mayExist() {
        return known || System.nanoTime() - lastSeen >= VALIDITY_NANOS;
    }

    /** Marks every stamp. One round trip; none if this JVM has already done so. */
    public void announce() {
        if (!announced) {
            List<Request> requests = new ArrayList<>(keyspace.buckets());
            for (int i = 0; i < keyspace.buckets(); i++) {
                requests.add(markRequest(i));
            }
            List<@Nullable Object> answers = commandExecutor.sendAll(requests);
            known = true;
            announced = true;
            for (int i = 0; i < answers.size(); i++) {
                stamps.observe(i, answers.get(i));
            }
        }
    }

    private Request markRequest(int bucket) {
        return MARK.call(List.of(keyspace.stampKey(bucket)), ClearStamps.fresh());
    }

    /** Records a stamp from an answer of the server. */
    void observe(int bucket, byte[] stamp) {
        boolean marked = isMarked(stamp);
        if (announced && !marked) {
            markAgain(bucket);
        } else if (marked) {
            known = true;
        } else if (keyspace.buckets() == 1) {
            known = false;
        }
        long now = System.nanoTime();
        if (now - lastSeen > VALIDITY_NANOS / 16) {
            lastSeen = now;
        }
    }

    private static boolean isMarked(byte[] stamp) {
        return stamp.length > ClearStampField.LENGTH;
    }

    // A JVM that did not know of the mark has cleared the cache.
    private void markAgain(int bucket) {
        try {
            Object answer = commandExecutor.send(markRequest(bucket));
            if (answer instanceof byte[] stamp && isMarked(stamp)) {
                stamps.observe(bucket, stamp);
            }
        } catch (RedisFailure away) {
            LOG.debug("the stamp is not marked yet, but will be with the next answer", away);
        }
    }

    /** A fresh stamp, marked if the mark is known. */
    byte[] withMark(byte[] fresh) {
        if (!known) {
            return fresh;
        }
        byte[] marked = Arrays.copyOf(fresh, fresh.length + 1);
        marked[fresh.length] = MARKED;
        return marked;
    }
}
