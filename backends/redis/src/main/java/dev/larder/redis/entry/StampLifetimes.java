package dev.larder.redis.entry;

import dev.larder.redis.command.Request;
import dev.larder.redis.command.ServerTtl;
import dev.larder.redis.connection.Script;
import dev.larder.spi.Clock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * How long the server keeps the stamps of tags. Each use keeps a stamp for at least half of the configured
 * lifetime, and for as long as any entry written with it. This JVM remembers its extensions, so a tag in use
 * needs another one only after half of its lifetime. If a stamp is lost, its entries become absent; no other
 * entry becomes present.
 */
public final class StampLifetimes {
    private static final Script SCRIPT = Script.named("stamp");
    private static final int SLOTS = 1 << 16;

    /** In milliseconds. More than the clocks of servers and JVMs differ by. */
    private static final long MARGIN = 60_000;

    private final Clock clock;
    private final long lifetime;
    private volatile @Nullable AtomicReferenceArray<@Nullable Extension> slots;

    public StampLifetimes(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime.toMillis();
    }

    private record Extension(String tag, long stamp, long until) {}

    /** Until when a new stamp is kept, in milliseconds since the epoch. */
    long expiryOfNew() {
        return clock.millis() + lifetime;
    }

    /**
     * Until when stamps used now must be kept, in milliseconds since the epoch.
     *
     * @param entries until when the server keeps the entries that are written with them;
     *     {@link ServerTtl#UNLIMITED} for none or without limit
     */
    long requiredExpiry(long entries) {
        long half = clock.millis() + lifetime / 2;
        return entries == ServerTtl.UNLIMITED ? half : Math.max(half, entries + MARGIN);
    }

    /** Whether this JVM remembers that the server keeps a tag's stamp that long. */
    boolean isKeptUntil(String tag, long needed) {
        Extension extension = slots().get(slot(tag));
        return extension != null && extension.until >= needed && extension.tag.equals(tag);
    }

    /** The expiry to ask the server for, given the time that is needed. */
    long extendedExpiry(long needed) {
        return needed + lifetime / 2;
    }

    /** The request that extends the lifetime of a stamp. */
    Request extensionRequest(byte[] key, long until) {
        return SCRIPT.call(List.of(key), number(until - clock.millis()), number(until));
    }

    /** Records a tag's stamp and its new expiry; {@code until} is 0 if it was not extended. */
    void observe(String tag, long stamp, long until) {
        int slot = slot(tag);
        Extension extension = slots().get(slot);
        if (until > 0) {
            slots().set(slot, new Extension(tag, stamp, until));
        } else if (extension != null && extension.stamp != stamp && extension.tag.equals(tag)) {
            slots().set(slot, null);
        }
    }

    // If two threads create the array, one forgets its extensions. They are only repeated.
    private AtomicReferenceArray<@Nullable Extension> slots() {
        AtomicReferenceArray<@Nullable Extension> present = slots;
        if (present == null) {
            present = new AtomicReferenceArray<>(SLOTS);
            slots = present;
        }
        return present;
    }

    private static int slot(String tag) {
        int hash = tag.hashCode();
        return (hash ^ hash >>> 16) & SLOTS - 1;
    }

    private static byte[] number(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }
}
