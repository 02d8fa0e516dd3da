package dev.larder.redis;

import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Reads that prolong. The script changes sixteen bytes in place and never sees a value; the read travels
 * behind it in the same round trip.
 */
final class Prolonging {
    private static final Script SCRIPT = Script.named("touch");
    private static final byte[] FOR_EVER = {};

    private final Keyspace keyspace;
    private final Reading reading;
    private final Lifespan lifespan;

    Prolonging(Keyspace keyspace, Reading reading, Lifespan lifespan) {
        this.keyspace = keyspace;
        this.reading = reading;
        this.lifespan = lifespan;
    }

    List<@Nullable ByteEntry> all(List<ByteKey> keys, long now, long expiry) {
        List<Group> groups = Group.of(keys, keyspace, Reading.MOST);
        List<Request> requests = new ArrayList<>(groups.size() * 2);
        for (Group group : groups) {
            List<byte[]> asked = reading.keysOf(group, keys);
            requests.add(SCRIPT.call(asked, number(now), patch(expiry), until(expiry)));
            requests.add(Requests.getAll(asked));
        }
        List<@Nullable Object> answers = groups.isEmpty() ? List.of() : reading.asked(requests);
        List<@Nullable Object> read = new ArrayList<>(groups.size());
        for (int i = 1; i < answers.size(); i += 2) {
            read.add(answers.get(i));
        }
        return reading.sorted(groups, read, keys.size());
    }

    // The same for all records of one call: versions need only differ from earlier ones of their key.
    private static byte[] patch(long expiry) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(ThreadLocalRandom.current().nextLong())
                .putLong(expiry)
                .array();
    }

    private byte[] until(long expiry) {
        long until = lifespan.of(expiry);
        return until == Lifespan.UNLIMITED ? FOR_EVER : number(until);
    }

    private static byte[] number(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }
}
