package dev.larder.redis.entry;

import dev.larder.redis.command.MgetMerger;
import dev.larder.redis.command.Request;
import dev.larder.redis.command.Requests;
import dev.larder.redis.command.ServerTtl;
import dev.larder.redis.connection.Script;
import dev.larder.redis.keyspace.BucketKeys;
import dev.larder.redis.keyspace.Keyspace;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ReadOptions.Touch;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Reads that extend the lifetime of entries. A script changes sixteen bytes in place and does not read the value.
 * The read follows in the same round trip.
 */
public final class TouchingReads {
    private static final Script SCRIPT = Script.named("touch");
    private static final byte[] NO_EXPIRY = {};

    private final Keyspace keyspace;
    private final EntryReads entryReads;
    private final ServerTtl serverTtl;

    public TouchingReads(Keyspace keyspace, EntryReads entryReads, ServerTtl serverTtl) {
        this.keyspace = keyspace;
        this.entryReads = entryReads;
        this.serverTtl = serverTtl;
    }

    /**
     * The entries in order, with their new expiry; null where there is none. One round trip per server, in
     * parallel.
     */
    public List<@Nullable ByteEntry> readAll(List<ByteKey> keys, Touch touch) {
        List<BucketKeys> groups = BucketKeys.of(keys, keyspace, MgetMerger.MAX_KEYS);
        List<Request> requests = new ArrayList<>(groups.size() * 2);
        for (BucketKeys bucketKeys : groups) {
            List<byte[]> asked = entryReads.serverKeys(bucketKeys, keys);
            requests.add(SCRIPT.call(asked, number(touch.now()), patch(touch.expiry()), until(touch.expiry())));
            requests.add(Requests.getAll(asked));
        }
        List<@Nullable Object> answers = groups.isEmpty() ? List.of() : entryReads.send(requests);
        List<@Nullable Object> read = new ArrayList<>(groups.size());
        for (int i = 1; i < answers.size(); i += 2) {
            read.add(answers.get(i));
        }
        return entryReads.inOrder(groups, read, keys.size());
    }

    // The same for all records of one call: a version need only differ from earlier ones of its key.
    private static byte[] patch(long expiry) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(ThreadLocalRandom.current().nextLong())
                .putLong(expiry)
                .array();
    }

    private byte[] until(long expiry) {
        long until = serverTtl.of(expiry);
        return until == ServerTtl.UNLIMITED ? NO_EXPIRY : number(until);
    }

    private static byte[] number(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }
}
