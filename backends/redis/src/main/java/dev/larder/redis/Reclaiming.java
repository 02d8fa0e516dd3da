package dev.larder.redis;

import dev.larder.spi.ByteKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frees what a clear has left behind, in the background and gently: a step, a pause, a step. It outlives its
 * cache, for one that was destroyed shall leave nothing, but not the manager; cut short, the next clear completes it.
 */
final class Reclaiming {
    private static final Logger LOG = LoggerFactory.getLogger(Reclaiming.class);
    private static final Script SCRIPT = Script.named("reclaim");
    private static final int KEYS_AT_A_TIME = 100;
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long PAUSE_MILLIS = 5;

    private final Wire wire;
    private final Keyspace keyspace;
    private final int count;
    private final Executor executor;
    private final AtomicInteger wanted = new AtomicInteger();

    Reclaiming(Wire wire, Keyspace keyspace, int count, Executor executor) {
        this.wire = wire;
        this.keyspace = keyspace;
        this.count = count;
        this.executor = executor;
    }

    /** Begins a walk over the cache, or another one after that which is on its way. */
    void begin() {
        if (wanted.getAndIncrement() == 0) {
            goOn(null, FIRST_PAUSE_MILLIS);
        }
    }

    private void goOn(@Nullable Walk walk, long pause) {
        Later.run(() -> step(walk), pause, executor);
    }

    private void step(@Nullable Walk begun) {
        if (wire.isClosed()) {
            return;
        }
        try {
            Walk walk = begun == null ? new Walk(wire, keyspace, count) : begun;
            // What is asked for from here on is another walk.
            int known = begun == null ? wanted.updateAndGet(each -> 1) : 1;
            free(walk.step());
            if (!walk.isDone()) {
                goOn(walk, PAUSE_MILLIS);
            } else if (wanted.addAndGet(-known) > 0) {
                goOn(null, PAUSE_MILLIS);
            }
        } catch (RuntimeException | Error failure) {
            wanted.set(0);
            if (!wire.isClosed()) {
                LOG.info("Freeing what a cleared cache left behind was cut short: {}", failure.toString());
            }
        }
    }

    private void free(List<ByteKey> keys) {
        List<Request> requests = new ArrayList<>();
        for (Group group : Group.of(keys, keyspace, KEYS_AT_A_TIME)) {
            List<byte[]> asked = new ArrayList<>(group.places().size() + 1);
            asked.add(keyspace.stamp(group.bucket()));
            group.places().forEach(place -> asked.add(keyspace.entry(keys.get(place))));
            requests.add(SCRIPT.call(asked));
        }
        if (!requests.isEmpty()) {
            wire.all(requests);
        }
    }
}
