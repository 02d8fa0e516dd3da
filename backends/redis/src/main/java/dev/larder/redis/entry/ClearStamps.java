package dev.larder.redis.entry;

import dev.larder.redis.command.RedisFailure;
import dev.larder.redis.command.Request;
import dev.larder.redis.command.Requests;
import dev.larder.redis.command.ServerTtl;
import dev.larder.redis.connection.CommandExecutor;
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
    private final OwnLifetimeMark ownLifetimeMark;
    private final AtomicReferenceArray<byte @Nullable []> hints;

    public ClearStamps(CommandExecutor commandExecutor, Keyspace keyspace) {
        this.commandExecutor = commandExecutor;
        this.keyspace = keyspace;
        this.ownLifetimeMark = new OwnLifetimeMark(commandExecutor, keyspace, this);
        this.hints = new AtomicReferenceArray<>(keyspace.buckets());
    }

    /** The mark in the stamps; see {@link OwnLifetimeMark}. */
    public OwnLifetimeMark ownLifetimes() {
        return ownLifetimeMark;
    }

    /** The probable stamp of the bucket. Asks the server if none is remembered. */
    byte[] hint(int bucket) {
        byte[] hint = hints.get(bucket);
        return hint == null ? ensureStamp(bucket) : hint;
    }

    /** Records the stamp in an answer. It is null if the server has no stamp for the bucket. */
    void observe(int bucket, @Nullable Object stamp) {
        if (stamp instanceof byte[] seen && !isOlder(seen, hints.get(bucket))) {
            if (!Arrays.equals(seen, hints.get(bucket))) {
                hints.set(bucket, seen);
            }
            ownLifetimeMark.observe(bucket, seen);
        }
    }

    // A stamp gains its mark and never loses it.
    private static boolean isOlder(byte[] seen, byte @Nullable [] hint) {
        return hint != null && seen.length < hint.length && ClearStampField.isSameStamp(seen, hint);
    }

    /** The bucket's stamp on the server; creates one if there is none. One round trip. */
    byte[] ensureStamp(int bucket) {
        byte[] key = keyspace.stampKey(bucket);
        List<@Nullable Object> answers =
                commandExecutor.sendAll(List.of(Requests.setIfAbsent(key, fresh()), Requests.get(key)));
        if (answers.get(1) instanceof byte[] stamp) {
            observe(bucket, stamp);
            return stamp;
        }
        throw new RedisFailure("a stamp just written is gone again: is the server out of memory?", null);
    }

    /** Gives every bucket a new stamp, which makes all records written before absent. */
    public void renewAll() {
        List<Request> requests = new ArrayList<>(keyspace.buckets());
        List<byte[]> stamps = new ArrayList<>(keyspace.buckets());
        for (int i = 0; i < keyspace.buckets(); i++) {
            stamps.add(ownLifetimeMark.withMark(fresh()));
            requests.add(Requests.set(keyspace.stampKey(i), stamps.get(i), ServerTtl.UNLIMITED));
        }
        commandExecutor.sendAll(requests);
        for (int i = 0; i < stamps.size(); i++) {
            hints.set(i, stamps.get(i));
        }
    }

    /** Removes the stamp of every bucket. As with {@link #renewAll}, all entries become absent. */
    public void removeAll() {
        List<Request> requests = new ArrayList<>(keyspace.buckets());
        for (int i = 0; i < keyspace.buckets(); i++) {
            requests.add(Requests.unlink(keyspace.stampKey(i)));
        }
        commandExecutor.sendAll(requests);
    }

    static byte[] fresh() {
        byte[] stamp = new byte[ClearStampField.LENGTH];
        RANDOM.nextBytes(stamp);
        return stamp;
    }
}
