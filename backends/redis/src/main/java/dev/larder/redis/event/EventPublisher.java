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
        String text = settings.text("events", LOCAL);
        return switch (text) {
            case LOCAL -> new EventPublisher(null, keyspace.channel());
            case "cluster" -> new EventPublisher(eventSubscriber, keyspace.channel());
            default ->
                throw new IllegalArgumentException(
                        "setting 'events' is '" + text + "'; it takes local (the default) or cluster");
        };
    }

    public boolean isEnabled() {
        return eventSubscriber != null;
    }

    /** The event with this store's mark; an empty one stays empty. */
    public byte[] withMark(byte[] event) {
        return event.length == 0 ? event : Bytes.concat(senderMark, event);
    }

    public void listen(Consumer<byte[]> listener) {
        if (eventSubscriber != null) {
            unsubscribe = eventSubscriber.subscribe(channel, event -> {
                // The server also delivers what this store has published.
                if (!Bytes.startsWith(event, senderMark)) {
                    listener.accept(Arrays.copyOfRange(event, Math.min(senderMark.length, event.length), event.length));
                }
            });
        }
    }

    public void stop() {
        unsubscribe.run();
    }
}
