package dev.larder.redis;

import dev.larder.redis.connection.DelayedTasks;
import dev.larder.spi.Settings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the server for its time at the start and then at intervals. After a failure it asks again within a second. */
final class ServerClockRefresh {
    private static final Logger LOG = LoggerFactory.getLogger(ServerClockRefresh.class);
    private static final long RETRY_MILLIS = 1_000;

    private final ServerClock clock;
    private final Duration interval;
    private final Executor executor;
    private volatile boolean stopped;
    private volatile @Nullable Future<?> next;

    ServerClockRefresh(ServerClock clock, Settings settings, Executor executor) {
        this.clock = clock;
        this.interval = settings.positiveDuration("clock-refresh", Duration.ofSeconds(30));
        this.executor = executor;
    }

    ServerClock clock() {
        return clock;
    }

    void start() {
        refresh();
    }

    void stop() {
        stopped = true;
        Future<?> following = next;
        if (following != null) {
            following.cancel(false);
        }
    }

    private void refresh() {
        if (stopped) {
            return;
        }
        long pause = interval.toMillis();
        try {
            clock.refresh();
        } catch (RuntimeException failure) {
            LOG.debug("the server's time could not be read; the next refresh tries again", failure);
            pause = Math.min(pause, RETRY_MILLIS);
        } finally {
            scheduleNext(pause);
        }
    }

    private void scheduleNext(long pause) {
        CompletableFuture<Void> following = DelayedTasks.run(this::refresh, pause, executor);
        next = following;
        if (stopped) {
            following.cancel(false);
        }
    }
}
