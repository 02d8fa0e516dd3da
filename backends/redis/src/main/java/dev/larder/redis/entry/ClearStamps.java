package dev.larder.redis.entry;

import dev.larder.redis.RedisFailure;
import dev.larder.redis.ServerTtl;
import dev.larder.redis.command.CommandExecutor;
import dev.larder.redis.command.Request;
import dev.larder.redis.command.Requests;
import dev.larder.redis.keyspace.Keyspace;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The clear stamps of a cache, one per bucket, as this JVM remembers them. They are hints: the server's stamp
 * decides, and each answer brings it along. A stamp is random and never used twice. So a cleared entry, or one
 * that outlived a lost stamp, cannot come back.
 */
public final class ClearStamps {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CommandExecutor commandExecutor;
    private final Keyspace keyspace;
    private final OwnLifetimeMark own;
    private final AtomicReferenceArray<byte @Nullable []> hints;

    public ClearStamps(CommandExecutor commandExecutor, Keyspace keyspace) {
        this.commandExecutor = commandExecutor;
        this.keyspace = keyspace;
        this.own = new OwnLifetimeMark(commandExecutor, keyspace, this);
        this.hints = new AtomicReferenceArray<>(keyspace.buckets());
    }

    /** The mark in the stamps; see {@link OwnLifetimeMark}. */
    public OwnLifetimeMark ownLifetimes() {
        return own;
    }

    /** The probable stamp of the bucket. Asks the server if none is remembered. */
    byte[] hint(int bucket) {
        byte[] hint = hints.get(bucket);
        return hint == null ? renewed(bucket) : hint;
    }

    /** Records the stamp in an answer. It is null if the server has no stamp for the bucket. */
    void saw(int bucket, @Nullable Object stamp) {
        if (stamp instanceof byte[] seen && !isOlder(seen, hints.get(bucket))) {
            if (!Arrays.equals(seen, hints.get(bucket))) {
                hints.set(bucket, seen);
            }
            own.saw(bucket, seen);
        }
    }

    // A stamp gains its mark and never loses it.
    private static boolean isOlder(byte[] seen, byte @Nullable [] hint) {
        return hint != null && seen.length < hint.length && ClearStampField.isSame(seen, hint);
    }

    /** The bucket's stamp on the server; creates one if there is none. One round trip. */
    byte[] renewed(int bucket) {
        byte[] key = keyspace.stamp(bucket);
        List<@Nullable Object> answers =
                commandExecutor.all(List.of(Requests.setIfAbsent(key, fresh()), Requests.get(key)));
        if (answers.get(1) instanceof byte[] stamp) {
            saw(bucket, stamp);
            return stamp;
        }
        throw new RedisFailure("a stamp just written is gone again: is the server out of memory?", null);
    }

    /** Gives every bucket a new stamp, which makes all records written before absent. */
    public void renewAll() {
        List<Request> requests = new ArrayList<>(keyspace.buckets());
        List<byte[]> stamps = new ArrayList<>(keyspace.buckets());
        for (int i = 0; i < keyspace.buckets(); i++) {
            stamps.add(own.kept(fresh()));
            requests.add(Requests.set(keyspace.stamp(i), stamps.get(i), ServerTtl.UNLIMITED));
        }
        commandExecutor.all(requests);
        for (int i = 0; i < stamps.size(); i++) {
            hints.set(i, stamps.get(i));
        }
    }

    /** Removes the stamp of every bucket. As with {@link #renewAll}, all entries become absent. */
    public void forgetAll() {
        List<Request> requests = new ArrayList<>(keyspace.buckets());
        for (int i = 0; i < keyspace.buckets(); i++) {
            requests.add(Requests.unlink(keyspace.stamp(i)));
        }
        commandExecutor.all(requests);
    }

    static byte[] fresh() {
        byte[] stamp = new byte[ClearStampField.STAMP];
        RANDOM.nextBytes(stamp);
        return stamp;
    }
}
