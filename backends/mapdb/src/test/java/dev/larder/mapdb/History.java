package dev.larder.mapdb;

import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Stored;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What one thread writes, step by step, all of it following from a seed: so that whoever finds a state can tell
 * whether it is one that there was, and of which step.
 */
public record History(long seed) {
    private static final int KEYS = 700;
    private static final int REMOVE_EVERY = 9;
    private static final int HEADER = 20;

    ByteKey key(int step) {
        int number = (int) Math.floorMod(mixed(step), (long) KEYS);
        return new ByteKey(("key " + seed + ' ' + number).getBytes(StandardCharsets.UTF_8));
    }

    /** The record of a step, null if the step removes. */
    @Nullable
    ByteEntry entry(int step) {
        if (step % REMOVE_EVERY == 0) {
            return null;
        }
        Random random = new Random(mixed(step));
        byte[] payload = new byte[random.nextInt(10) == 0 ? random.nextInt(20_000) : random.nextInt(600)];
        random.nextBytes(payload);
        byte[] record = ByteBuffer.allocate(HEADER + Integer.BYTES + payload.length)
                .putInt(0)
                .putLong(mixed(-step))
                .putLong(Stored.ETERNAL)
                .putInt(step)
                .put(payload)
                .array();
        return ByteEntry.of(record, null);
    }

    public void take(ByteStore store, int step) {
        store.swap(key(step), entry(step));
    }

    public static int step(ByteEntry found) {
        return ByteBuffer.wrap(found.bytes()).getInt(HEADER);
    }

    /** What is there after a step: for each key the step that wrote it. */
    public Map<ByteKey, Integer> after(int last) {
        Map<ByteKey, Integer> state = new HashMap<>();
        for (int step = 1; step <= last; step++) {
            follow(state, step);
        }
        return state;
    }

    void follow(Map<ByteKey, Integer> state, int step) {
        if (step % REMOVE_EVERY == 0) {
            state.remove(key(step));
        } else {
            state.put(key(step), step);
        }
    }

    private long mixed(long step) {
        long mixed = (seed * 31 + step) * 0x9E3779B97F4A7C15L;
        return (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
    }
}
