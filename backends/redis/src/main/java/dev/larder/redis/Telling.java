package dev.larder.redis;

import dev.larder.spi.Settings;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How one cache tells and is told of changes, if its setting {@code events} asks for it: with the teller's mark on each notice. */
final class Telling {
    private static final String LOCAL = "local";

    private final @Nullable Ears ears;
    private final byte[] channel;
    private final byte[] mark = Seal.ofLong(ThreadLocalRandom.current().nextLong());
    private volatile Runnable end = () -> {};

    private Telling(@Nullable Ears ears, byte[] channel) {
        this.ears = ears;
        this.channel = channel;
    }

    static Telling of(Settings settings, Keyspace keyspace, Ears ears) {
        String text = settings.text("events", LOCAL);
        return switch (text) {
            case LOCAL -> new Telling(null, keyspace.channel());
            case "cluster" -> new Telling(ears, keyspace.channel());
            default ->
                throw new IllegalArgumentException(
                        "setting 'events' is '" + text + "'; it takes local (as if not set) or cluster");
        };
    }

    boolean isOn() {
        return ears != null;
    }

    /** A notice as it travels; an empty one stays empty. */
    byte[] sealed(byte[] notice) {
        return notice.length == 0 ? notice : Bytes.joined(mark, notice);
    }

    void listen(Consumer<byte[]> ear) {
        if (ears != null) {
            end = ears.add(channel, notice -> {
                // What this very store has told comes back too.
                if (!Bytes.beginsWith(notice, mark)) {
                    ear.accept(Arrays.copyOfRange(notice, Math.min(mark.length, notice.length), notice.length));
                }
            });
        }
    }

    void stop() {
        end.run();
    }
}
