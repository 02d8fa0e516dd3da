package dev.larder.redis.keyspace;

import dev.larder.redis.command.Request;
import dev.larder.redis.connection.CommandExecutor;
import dev.larder.redis.connection.DelayedTasks;
import dev.larder.redis.connection.Script;
import dev.larder.spi.ByteKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frees the records that a clear has left behind, in the background, with a pause after each step. It outlives
 * its cache, so that a destroyed cache leaves nothing behind, but not the manager. If it is interrupted, the next
 * clear completes its work.
 */
public final class Reaper {
    private static final Logger LOG = LoggerFactory.getLogger(Reaper.class);
    private static final Script SCRIPT = Script.named("reclaim");
    private static final int BATCH_SIZE = 100;
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long PAUSE_MILLIS = 5;

    private final CommandExecutor commandExecutor;
    private final Keyspace keyspace;
    private final int count;
    private final Executor executor;
    private final AtomicInteger pendingRuns = new AtomicInteger();

    public Reaper(CommandExecutor commandExecutor, Keyspace keyspace, int count, Executor executor) {
        this.commandExecutor = commandExecutor;
        this.keyspace = keyspace;
        this.count = count;
        this.executor = executor;
    }

    /** Starts a scan of the cache, or requests another one after the current scan. */
    public void start() {
        if (pendingRuns.getAndIncrement() == 0) {
            scheduleStep(null, FIRST_PAUSE_MILLIS);
        }
    }

    private void scheduleStep(@Nullable KeyScan keyScan, long pause) {
        DelayedTasks.run(() -> step(keyScan), pause, executor);
    }

    private void step(@Nullable KeyScan current) {
        if (commandExecutor.isClosed()) {
            return;
        }
        try {
            KeyScan keyScan = current == null ? new KeyScan(commandExecutor, keyspace, count) : current;
            // Requests from here on need another scan.
            int known = current == null ? pendingRuns.updateAndGet(each -> 1) : 1;
            free(keyScan.step());
            if (!keyScan.isDone()) {
                scheduleStep(keyScan, PAUSE_MILLIS);
            } else if (pendingRuns.addAndGet(-known) > 0) {
                scheduleStep(null, PAUSE_MILLIS);
            }
        } catch (RuntimeException | Error failure) {
            pendingRuns.set(0);
            if (!commandExecutor.isClosed()) {
                LOG.info(
                        "removing the entries of a cleared cache failed; the next clear tries again: {}",
                        failure.toString());
            }
        }
    }

    private void free(List<ByteKey> keys) {
        List<Request> requests = new ArrayList<>();
        for (BucketKeys bucketKeys : BucketKeys.of(keys, keyspace, BATCH_SIZE)) {
            List<byte[]> keysAndStamp = new ArrayList<>(bucketKeys.places().size() + 1);
            keysAndStamp.add(keyspace.stampKey(bucketKeys.bucket()));
            bucketKeys.places().forEach(place -> keysAndStamp.add(keyspace.entryKey(keys.get(place))));
            requests.add(SCRIPT.call(keysAndStamp));
        }
        if (!requests.isEmpty()) {
            commandExecutor.sendAll(requests);
        }
    }
}
