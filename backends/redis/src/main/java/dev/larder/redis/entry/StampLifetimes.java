package dev.larder.redis.entry;

import dev.larder.redis.ServerTtl;
import dev.larder.redis.command.Request;
import dev.larder.redis.command.Script;
import dev.larder.spi.Clock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * How long the server keeps the stamps of tags. A stamp that is used stays for at least half of the preset lifetime from then on,
 * and for as long as any entry that is written with it. What this JVM has seen to it remembers, so that a tag in use costs
 * nothing more until half of its time is over. A stamp that has gone leaves its entries absent, never others alive.
 */
public final class StampLifetimes {
    private static final Script SCRIPT = Script.named("stamp");
    private static final int SLOTS = 1 << 16;

    /** In milliseconds: more than the clocks of servers and JVMs differ by. */
    private static final long MARGIN = 60_000;

    private final Clock clock;
    private final long lifetime;
    private volatile @Nullable AtomicReferenceArray<@Nullable Kept> slots;

    public StampLifetimes(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime.toMillis();
    }

    private record Kept(String tag, long stamp, long until) {}

    /** Until when a stamp stays that is new. */
    long ofNew() {
        return clock.millis() + lifetime;
    }

    /**
     * Until when stamps have to stay that are used now.
     *
     * @param entries until when the server keeps the entries that are written with them; {@link ServerTtl#UNLIMITED} for
     *     none, or for ever
     */
    long needed(long entries) {
        long half = clock.millis() + lifetime / 2;
        return entries == ServerTtl.UNLIMITED ? half : Math.max(half, entries + MARGIN);
    }

    /** Whether this JVM remembers that a tag's stamp stays until then. */
    boolean suffices(String tag, long needed) {
        Kept kept = slots().get(slot(tag));
        return kept != null && kept.until >= needed && kept.tag.equals(tag);
    }

    /** Until when a stamp is asked to stay that has to stay until {@code needed}. */
    long extended(long needed) {
        return needed + lifetime / 2;
    }

    /** What has a stamp stay. */
    Request extension(byte[] key, long until) {
        return SCRIPT.call(List.of(key), number(until - clock.millis()), number(until));
    }

    /** Takes note of the stamp that a tag has been found at, and of its extension, 0 if there was none. */
    void saw(String tag, long stamp, long until) {
        int slot = slot(tag);
        Kept kept = slots().get(slot);
        if (until > 0) {
            slots().set(slot, new Kept(tag, stamp, until));
        } else if (kept != null && kept.stamp != stamp && kept.tag.equals(tag)) {
            slots().set(slot, null);
        }
    }

    // Of two threads that make them one forgets what it has seen to.
    private AtomicReferenceArray<@Nullable Kept> slots() {
        AtomicReferenceArray<@Nullable Kept> present = slots;
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
