package dev.larder.redis.event;

import dev.larder.redis.command.Bytes;
import dev.larder.redis.entry.ClearStampField;
import dev.larder.redis.keyspace.Keyspace;
import dev.larder.spi.Settings;
import dev.larder.spi.Write;
import java.util.Arrays;
import java.util.List;
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

    /** The writes with this store's mark before each event; an empty event stays empty. */
    public List<Write> marked(List<Write> writes) {
        return eventSubscriber == null
                ? writes
                : writes.stream().map(this::marked).toList();
    }

    private Write marked(Write write) {
        return write.event().length == 0
                ? write
                : new Write(write.key(), write.expected(), write.next(), Bytes.concat(senderMark, write.event()));
    }

    public void listen(Consumer<byte[]> listener) {
        if (eventSubscriber != null) {
            unsubscribe = eventSubscriber.subscribe(channel, notice -> {
                // The server also delivers what this store has published.
                if (!Bytes.startsWith(notice, senderMark)) {
                    listener.accept(
                            Arrays.copyOfRange(notice, Math.min(senderMark.length, notice.length), notice.length));
                }
            });
        }
    }

    public void stop() {
        unsubscribe.run();
    }
}
