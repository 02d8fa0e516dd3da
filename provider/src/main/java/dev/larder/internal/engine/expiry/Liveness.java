package dev.larder.internal.engine.expiry;

import dev.larder.spi.Clock;
import dev.larder.spi.Stored;

/** Determines whether an entry is live, stale or over. It deletes nothing. */
public final class Liveness {
    private final Clock clock;
    private final EntryValidity validity;
    private final long grace;

    /**
     * @param grace milliseconds that an entry stays after it has expired
     */
    public Liveness(Clock clock, EntryValidity validity, long grace) {
        this.clock = clock;
        this.validity = validity;
        this.grace = grace;
    }

    /** Whether an entry has expired but is still in its grace. */
    public boolean isStaleAt(long now, Stored entry) {
        return grace > 0 && entry.isExpiredAt(now) && isKeptAt(now, entry);
    }

    /** Whether an entry can be returned at all, live or stale. */
    public boolean isKeptAt(long now, Stored entry) {
        return !isPastGraceAt(now, entry) && !validity.isTagDead(entry) && validity.isReadable(entry);
    }

    private boolean isPastGraceAt(long now, Stored entry) {
        return entry.isExpiredAt(now - grace);
    }

    public long now() {
        return clock.millis();
    }

    /** Whether an entry has not expired. Does not read the clock for eternal entries. */
    public boolean isFresh(Stored entry) {
        return entry.expiry() == Stored.ETERNAL || !entry.isExpiredAt(clock.millis());
    }

    public boolean isLiveAt(long now, Stored entry) {
        return !entry.isExpiredAt(now) && !validity.isTagDead(entry) && validity.isReadable(entry);
    }

    public boolean isLive(Stored entry) {
        return isFresh(entry) && !validity.isTagDead(entry) && validity.isReadable(entry);
    }

    /** Whether an entry counts as absent only because this JVM cannot read it. Another JVM may be able to. */
    public boolean isUnreadable(Stored entry) {
        return isFresh(entry) && !validity.isTagDead(entry) && !validity.isReadable(entry);
    }

    /** Whether an entry is past its grace or tag-dead, so that it may be removed. */
    public boolean isRemovable(Stored entry) {
        boolean past = entry.expiry() != Stored.ETERNAL && isPastGraceAt(clock.millis(), entry);
        return past || validity.isTagDead(entry);
    }

    /** Whether an entry expired while it was otherwise present, so that its expiry is reported. */
    public boolean hasExpiredAt(long now, Stored entry) {
        return entry.isExpiredAt(now) && !validity.isTagDead(entry);
    }
}
