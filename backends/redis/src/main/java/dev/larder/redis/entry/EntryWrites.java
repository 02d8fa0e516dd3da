package dev.larder.redis.entry;

import dev.larder.redis.command.Request;
import dev.larder.redis.command.Requests;
import dev.larder.redis.command.ServerTtl;
import dev.larder.redis.connection.Commands;
import dev.larder.redis.keyspace.BucketKeys;
import dev.larder.redis.keyspace.Keyspace;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Write;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Read-free writes. A record gets the clear stamp that this JVM remembers, and the current stamp comes back in
 * the same round trip. If another JVM has cleared the cache in between, the record is written again with the new
 * stamp. Otherwise the new entry would be absent from the start.
 */
public final class EntryWrites {
    /** After this many clears during one call, the last clear is taken to have come after the write. */
    private static final int ATTEMPTS = 16;

    /** Writes in one pipeline. */
    private static final int MAX_PIPELINED = 1_000;

    private final Commands commands;
    private final Keyspace keyspace;
    private final ClearStamps stamps;
    private final ServerTtl serverTtl;

    public EntryWrites(Commands commands, Keyspace keyspace, ClearStamps stamps, ServerTtl serverTtl) {
        this.commands = commands;
        this.keyspace = keyspace;
        this.stamps = stamps;
        this.serverTtl = serverTtl;
    }

    /** One round trip; another one if a clear came in between, or if no stamp is remembered. */
    public void put(Write write) {
        ByteEntry next = write.next();
        byte[] at = keyspace.entryKey(write.key());
        if (next == null) {
            commands.send(Requests.unlink(at));
            return;
        }
        int bucket = keyspace.bucket(write.key());
        byte[] stamp = stamps.hint(bucket);
        for (int i = 0; i < ATTEMPTS; i++) {
            List<@Nullable Object> answers = commands.sendAll(List.of(
                    Requests.set(at, ClearStampField.stamped(stamp, next), serverTtl.of(next)),
                    Requests.get(keyspace.stampKey(bucket))));
            byte[] present = currentStamp(bucket, answers.get(1));
            if (ClearStampField.isSameStamp(stamp, present)) {
                return;
            }
            stamp = present;
        }
    }

    /** One round trip per server for each 1,000 writes. */
    public void putAll(List<Write> writes) {
        for (int from = 0; from < writes.size(); from += MAX_PIPELINED) {
            List<Write> left = writes.subList(from, Math.min(writes.size(), from + MAX_PIPELINED));
            for (int i = 0; i < ATTEMPTS && !left.isEmpty(); i++) {
                left = putReturningStale(left);
            }
        }
    }

    private List<Write> putReturningStale(List<Write> writes) {
        List<BucketKeys> groups = BucketKeys.of(writes.stream().map(Write::key).toList(), keyspace, MAX_PIPELINED);
        List<Request> requests = new ArrayList<>(writes.size() + groups.size());
        List<byte[]> used = new ArrayList<>(groups.size());
        for (BucketKeys bucketKeys : groups) {
            byte[] stamp = stamps.hint(bucketKeys.bucket());
            used.add(stamp);
            bucketKeys.places().forEach(place -> requests.add(request(writes.get(place), stamp)));
        }
        groups.forEach(bucketKeys -> requests.add(Requests.get(keyspace.stampKey(bucketKeys.bucket()))));
        List<@Nullable Object> answers = commands.sendAll(requests);
        List<Write> stale = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            byte[] present = currentStamp(groups.get(i).bucket(), answers.get(writes.size() + i));
            if (!ClearStampField.isSameStamp(used.get(i), present)) {
                groups.get(i).places().forEach(place -> addPut(stale, writes.get(place)));
            }
        }
        return stale;
    }

    private Request request(Write write, byte[] stamp) {
        byte[] at = keyspace.entryKey(write.key());
        ByteEntry next = write.next();
        return next == null
                ? Requests.unlink(at)
                : Requests.set(at, ClearStampField.stamped(stamp, next), serverTtl.of(next));
    }

    private static void addPut(List<Write> stale, Write write) {
        if (write.next() != null) {
            stale.add(write);
        }
    }

    /** Puts an entry, or removes it if {@code next} is null. Returns the previous entry; null if there was none. */
    public @Nullable ByteEntry swap(ByteKey key, @Nullable ByteEntry next) {
        return next == null ? remove(key) : replace(key, next);
    }

    private @Nullable ByteEntry remove(ByteKey key) {
        int bucket = keyspace.bucket(key);
        List<@Nullable Object> answers = commands.sendAll(
                List.of(Requests.getAndDelete(keyspace.entryKey(key)), Requests.get(keyspace.stampKey(bucket))));
        stamps.observe(bucket, answers.get(1));
        return ClearStampField.entryOf(answers.get(1), answers.get(0));
    }

    private @Nullable ByteEntry replace(ByteKey key, ByteEntry next) {
        int bucket = keyspace.bucket(key);
        byte[] at = keyspace.entryKey(key);
        byte[] stamp = stamps.hint(bucket);
        ByteEntry before = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            List<@Nullable Object> answers = commands.sendAll(List.of(
                    Requests.swap(at, ClearStampField.stamped(stamp, next), serverTtl.of(next)),
                    Requests.get(keyspace.stampKey(bucket))));
            byte[] present = currentStamp(bucket, answers.get(1));
            ByteEntry found = ClearStampField.entryOf(present, answers.get(0));
            before = found == null ? before : found;
            if (ClearStampField.isSameStamp(stamp, present)) {
                return before;
            }
            stamp = present;
        }
        return before;
    }

    private byte[] currentStamp(int bucket, @Nullable Object stamp) {
        stamps.observe(bucket, stamp);
        return stamp instanceof byte[] present ? present : stamps.ensureStamp(bucket);
    }
}
