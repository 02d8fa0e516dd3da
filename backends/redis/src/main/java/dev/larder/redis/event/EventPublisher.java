package dev.larder.redis.event;

import dev.larder.redis.command.Bytes;
import dev.larder.redis.entry.ClearStampField;
import dev.larder.redis.keyspace.Keyspace;
import dev.larder.spi.Settings;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How one cache tells and is told of changes, if its setting {@code events} asks for it: with the teller's mark on each notice. */
public final class EventPublisher {
    private static final String LOCAL = "local";

    private final @Nullable EventSubscriber eventSubscriber;
    private final byte[] channel;
    private final byte[] mark =
            ClearStampField.ofLong(ThreadLocalRandom.current().nextLong());
    private volatile Runnable end = () -> {};

    private EventPublisher(@Nullable EventSubscriber eventSubscriber, byte[] channel) {
        this.eventSubscriber = eventSubscriber;
        this.channel = channel;
    }

    public static EventPublisher of(Settings settings, Keyspace keyspace, EventSubscriber eventSubscriber) {
        String text = settings.text("events", LOCAL);
        return switch (text) {
            case LOCAL -> new EventPublisher(null, keyspace.channel());
            case "cluster" -> new EventPublisher(eventSubscriber, keyspace.channel());
            default ->
                throw new IllegalArgumentException(
                        "setting 'events' is '" + text + "'; it takes local (as if not set) or cluster");
        };
    }

    public boolean isOn() {
        return eventSubscriber != null;
    }

    /** A notice as it travels; an empty one stays empty. */
    public byte[] sealed(byte[] notice) {
        return notice.length == 0 ? notice : Bytes.joined(mark, notice);
    }

    public void listen(Consumer<byte[]> ear) {
        if (eventSubscriber != null) {
            end = eventSubscriber.add(channel, notice -> {
                // What this very store has told comes back too.
                if (!Bytes.beginsWith(notice, mark)) {
                    ear.accept(Arrays.copyOfRange(notice, Math.min(mark.length, notice.length), notice.length));
                }
            });
        }
    }

    public void stop() {
        end.run();
    }
}
