package dev.larder.redis.entry;

import dev.larder.redis.RedisFailure;
import dev.larder.redis.command.CommandExecutor;
import dev.larder.redis.command.Request;
import dev.larder.redis.command.Script;
import dev.larder.redis.keyspace.Keyspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether entries of a cache may have lifetimes of their own. The cache's stamp says so by a ninth byte. Each answer of
 * the server brings the stamp along, so every JVM learns it with whatever it does next, at no cost. It goes with the
 * entries: a clear makes a new stamp, and who does write such entries marks that as soon as he meets it.
 *
 * <p>What a JVM has heard is good for a second. Then a put lets the server look at the entry that it replaces, in one
 * round trip too, until an answer has come.
 */
public final class OwnLifetimeMark {
    private static final Logger LOG = LoggerFactory.getLogger(OwnLifetimeMark.class);
    private static final Script MARK = Script.named("own");
    private static final long GOOD = TimeUnit.SECONDS.toNanos(1);
    private static final byte MARKED = '+';

    private final CommandExecutor commandExecutor;
    private final Keyspace keyspace;
    private final ClearStamps stamps;
    private volatile long heard = System.nanoTime() - GOOD;
    private volatile boolean known;
    private volatile boolean ours;

    OwnLifetimeMark(CommandExecutor commandExecutor, Keyspace keyspace, ClearStamps stamps) {
        this.commandExecutor = commandExecutor;
        this.keyspace = keyspace;
        this.stamps = stamps;
    }

    /** See {@link dev.larder.spi.ByteStore#mayHoldOwnLifetimes}. */
    public boolean mayBe() {
        return known || System.nanoTime() - heard >= GOOD;
    }

    /** Marks every stamp; one round trip, but none if that has been done here. */
    public void announce() {
        if (!ours) {
            List<Request> requests = new ArrayList<>(keyspace.buckets());
            for (int i = 0; i < keyspace.buckets(); i++) {
                requests.add(marking(i));
            }
            List<@Nullable Object> answers = commandExecutor.all(requests);
            known = true;
            ours = true;
            for (int i = 0; i < answers.size(); i++) {
                stamps.saw(i, answers.get(i));
            }
        }
    }

    private Request marking(int bucket) {
        return MARK.call(List.of(keyspace.stamp(bucket)), ClearStamps.fresh());
    }

    /** Takes note of a stamp that the server has given. */
    void saw(int bucket, byte[] stamp) {
        boolean marked = isMarked(stamp);
        if (ours && !marked) {
            markAgain(bucket);
        } else if (marked) {
            known = true;
        } else if (keyspace.buckets() == 1) {
            known = false;
        }
        long now = System.nanoTime();
        if (now - heard > GOOD / 16) {
            heard = now;
        }
    }

    private static boolean isMarked(byte[] stamp) {
        return stamp.length > ClearStampField.STAMP;
    }

    // Somebody has cleared the cache who did not know.
    private void markAgain(int bucket) {
        try {
            Object answer = commandExecutor.one(marking(bucket));
            if (answer instanceof byte[] stamp && isMarked(stamp)) {
                stamps.saw(bucket, stamp);
            }
        } catch (RedisFailure away) {
            LOG.debug("the stamp is not marked yet, but will be with the next answer", away);
        }
    }

    /** A fresh stamp, which says what is known. */
    byte[] kept(byte[] fresh) {
        if (!known) {
            return fresh;
        }
        byte[] marked = Arrays.copyOf(fresh, fresh.length + 1);
        marked[fresh.length] = MARKED;
        return marked;
    }
}
