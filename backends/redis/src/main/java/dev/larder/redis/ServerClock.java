package dev.larder.redis;

import dev.larder.redis.command.RedisFailure;
import dev.larder.redis.command.Replies;
import dev.larder.redis.command.Requests;
import dev.larder.redis.connection.CommandExecutor;
import dev.larder.spi.Clock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The server's time, which all JVMs share. The server is asked at intervals; in between,
 * {@code System.nanoTime()} of this JVM advances the time. A wrong or adjusted wall clock therefore has no
 * effect. Before the server's first answer, the manager's clock is used.
 */
final class ServerClock implements Clock {
    private static final int SAMPLES = 3;
    private static final long MICROS_PER_MILLI = 1_000;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private final CommandExecutor commandExecutor;
    private final Clock manager;
    private final LongSupplier nanos;
    private volatile @Nullable Sample best;

    ServerClock(CommandExecutor commandExecutor, Clock manager, LongSupplier nanos) {
        this.commandExecutor = commandExecutor;
        this.manager = manager;
        this.nanos = nanos;
    }

    @Override
    public long millis() {
        Sample sample = best;
        return sample == null ? manager.millis() : sample.millisAt(nanos.getAsLong());
    }

    /**
     * Asks the server three times and keeps the answer with the shortest round trip. Three round trips.
     *
     * @throws RedisFailure if the server does not answer
     */
    void refresh() {
        Sample quickest = sample();
        for (int i = 1; i < SAMPLES; i++) {
            Sample next = sample();
            quickest = next.duration < quickest.duration ? next : quickest;
        }
        best = quickest;
    }

    private Sample sample() {
        long before = nanos.getAsLong();
        List<?> time = Replies.list(commandExecutor.send(Requests.time()));
        long duration = nanos.getAsLong() - before;
        long micros = number(time.get(0)) * MICROS_PER_SECOND + number(time.get(1));
        return new Sample(micros, before + duration / 2, duration);
    }

    private static long number(Object digits) {
        return Long.parseLong(new String(Replies.bytes(digits), StandardCharsets.US_ASCII));
    }

    /** The server's time in microseconds at one reading of the nanosecond clock. */
    private record Sample(long micros, long at, long duration) {
        long millisAt(long now) {
            return (micros + (now - at) / NANOS_PER_MICRO) / MICROS_PER_MILLI;
        }
    }
}
