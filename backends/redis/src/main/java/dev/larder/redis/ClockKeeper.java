package dev.larder.redis;

import dev.larder.spi.Settings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the server for its time at the start and then at intervals; soon again, if it did not answer. */
final class ClockKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(ClockKeeper.class);
    private static final long MILLIS_TO_RETRY = 1_000;

    private final ServerClock clock;
    private final Duration interval;
    private final Executor executor;
    private volatile boolean stopped;

    ClockKeeper(ServerClock clock, Settings settings, Executor executor) {
        this.clock = clock;
        this.interval = settings.duration("clock-refresh", Duration.ofSeconds(30));
        this.executor = executor;
    }

    ServerClock clock() {
        return clock;
    }

    void begin() {
        refresh();
    }

    void stop() {
        stopped = true;
    }

    private void refresh() {
        if (stopped) {
            return;
        }
        long pause = interval.toMillis();
        try {
            clock.refresh();
        } catch (RedisFailure away) {
            LOG.debug("the server's time is not known for now", away);
            pause = Math.min(pause, MILLIS_TO_RETRY);
        }
        try {
            CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS, executor)
                    .execute(this::refresh);
        } catch (RejectedExecutionException closing) {
            stopped = true;
        }
    }
}
