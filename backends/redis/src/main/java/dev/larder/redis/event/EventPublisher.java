package dev.larder.redis.event;

import dev.larder.redis.command.Bytes;
import dev.larder.redis.entry.ClearStampField;
import dev.larder.redis.keyspace.Keyspace;
import dev.larder.spi.Settings;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes and receives the changes of one cache, if its setting {@code events} is {@code cluster}. Each event
 * begins with a mark of the store that sent it.
 */
public final class EventPublisher {
    private static final String LOCAL = "local";

    private final @Nullable EventSubscriber eventSubscriber;
    private final byte[] channel;
    private final byte[] senderMark =
            ClearStampField.ofLong(ThreadLocalRandom.current().nextLong());
    private volatile Runnable unsubscribe = () -> {};

    private EventPublisher(@Nullable EventSubscriber eventSubscriber, byte[] channel) {
        this.eventSubscriber = eventSubscriber;
        this.channel = channel;
    }

    public static EventPublisher of(Settings settings, Keyspace keyspace, EventSubscriber eventSubscriber) {
        return new EventPublisher(crossesJvms(settings) ? eventSubscriber : null, keyspace.channel());
    }

    /** Whether the settings ask for the events of all JVMs. */
    public static boolean crossesJvms(Settings settings) {
        return switch (settings.text("events", LOCAL)) {
            case LOCAL -> false;
            case "cluster" -> true;
            default -> throw settings.invalid("events", "local (as if not set) or cluster");
        };
    }

    public boolean isEnabled() {
        return eventSubscriber != null;
    }

    /** The event with this store's mark; an empty one stays empty. */
    public byte[] withMark(byte[] notice) {
        return notice.length == 0 ? notice : Bytes.concat(senderMark, notice);
    }

    public void listen(Consumer<byte[]> ear) {
        if (eventSubscriber != null) {
            unsubscribe = eventSubscriber.subscribe(channel, notice -> {
                // The server also delivers what this store has published.
                if (!Bytes.startsWith(notice, senderMark)) {
                    ear.accept(Arrays.copyOfRange(notice, Math.min(senderMark.length, notice.length), notice.length));
                }
            });
        }
    }

    public void stop() {
        unsubscribe.run();
    }
}
