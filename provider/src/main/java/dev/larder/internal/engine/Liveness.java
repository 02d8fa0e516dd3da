package dev.larder.internal.engine;

import dev.larder.spi.Clock;
import dev.larder.spi.Stored;

/** Is an entry still valid? It only answers; it deletes nothing. */
final class Liveness {
    private final Clock clock;
    private final Shelf<?, ?> shelf;
    private final long grace;

    /**
     * @param grace milliseconds that an entry stays after it has expired
     */
    Liveness(Clock clock, Shelf<?, ?> shelf, long grace) {
        this.clock = clock;
        this.shelf = shelf;
        this.grace = grace;
    }

    /** Whether an entry has expired, but stays a while for those who would rather have an old value than none. */
    boolean isStaleAt(long now, Stored entry) {
        return grace > 0 && entry.isExpiredAt(now) && isKeptAt(now, entry);
    }

    /** Whether an entry can be given at all, live or stale. */
    boolean isKeptAt(long now, Stored entry) {
        return !isPastAt(now, entry) && !shelf.isTagDead(entry) && shelf.isReadable(entry);
    }

    private boolean isPastAt(long now, Stored entry) {
        return entry.isExpiredAt(now - grace);
    }

    long now() {
        return clock.millis();
    }

    /** Whether an entry has not expired now; eternal entries cost no look at the clock. */
    boolean isFresh(Stored entry) {
        return entry.expiry() == Stored.ETERNAL || !entry.isExpiredAt(clock.millis());
    }

    boolean isLiveAt(long now, Stored entry) {
        return !entry.isExpiredAt(now) && !shelf.isTagDead(entry) && shelf.isReadable(entry);
    }

    boolean isLive(Stored entry) {
        return isFresh(entry) && !shelf.isTagDead(entry) && shelf.isReadable(entry);
    }

    /** Whether an entry is absent here only because it cannot be read: another JVM may be able to. */
    boolean isUnreadable(Stored entry) {
        return isFresh(entry) && !shelf.isTagDead(entry) && !shelf.isReadable(entry);
    }

    /** Whether an entry has outlived its time, or its tags: it goes as soon as somebody meets it. */
    boolean isOver(Stored entry) {
        boolean past = entry.expiry() != Stored.ETERNAL && isPastAt(clock.millis(), entry);
        return past || shelf.isTagDead(entry);
    }

    /** Whether an entry's time has run out while it was there: then listeners hear of it. */
    boolean hasExpiredAt(long now, Stored entry) {
        return entry.isExpiredAt(now) && !shelf.isTagDead(entry);
    }
}
