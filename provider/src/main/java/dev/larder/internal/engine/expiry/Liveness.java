package dev.larder.internal.engine.expiry;

import dev.larder.internal.engine.store.StoreAdapter;
import dev.larder.spi.Clock;
import dev.larder.spi.Stored;

/** Is an entry still valid? It only answers; it deletes nothing. */
public final class Liveness {
    private final Clock clock;
    private final StoreAdapter<?, ?> storeAdapter;
    private final long grace;

    /**
     * @param grace milliseconds that an entry stays after it has expired
     */
    public Liveness(Clock clock, StoreAdapter<?, ?> storeAdapter, long grace) {
        this.clock = clock;
        this.storeAdapter = storeAdapter;
        this.grace = grace;
    }

    /** Whether an entry has expired, but stays a while for those who would rather have an old value than none. */
    public boolean isStaleAt(long now, Stored entry) {
        return grace > 0 && entry.isExpiredAt(now) && isKeptAt(now, entry);
    }

    /** Whether an entry can be given at all, live or stale. */
    public boolean isKeptAt(long now, Stored entry) {
        return !isPastAt(now, entry) && !storeAdapter.isTagDead(entry) && storeAdapter.isReadable(entry);
    }

    private boolean isPastAt(long now, Stored entry) {
        return entry.isExpiredAt(now - grace);
    }

    public long now() {
        return clock.millis();
    }

    /** Whether an entry has not expired now; eternal entries cost no look at the clock. */
    public boolean isFresh(Stored entry) {
        return entry.expiry() == Stored.ETERNAL || !entry.isExpiredAt(clock.millis());
    }

    public boolean isLiveAt(long now, Stored entry) {
        return !entry.isExpiredAt(now) && !storeAdapter.isTagDead(entry) && storeAdapter.isReadable(entry);
    }

    public boolean isLive(Stored entry) {
        return isFresh(entry) && !storeAdapter.isTagDead(entry) && storeAdapter.isReadable(entry);
    }

    /** Whether an entry is absent here only because it cannot be read: another JVM may be able to. */
    public boolean isUnreadable(Stored entry) {
        return isFresh(entry) && !storeAdapter.isTagDead(entry) && !storeAdapter.isReadable(entry);
    }

    /** Whether an entry has outlived its time, or its tags: it goes as soon as somebody meets it. */
    public boolean isOver(Stored entry) {
        boolean past = entry.expiry() != Stored.ETERNAL && isPastAt(clock.millis(), entry);
        return past || storeAdapter.isTagDead(entry);
    }

    /** Whether an entry's time has run out while it was there: then listeners hear of it. */
    public boolean hasExpiredAt(long now, Stored entry) {
        return entry.isExpiredAt(now) && !storeAdapter.isTagDead(entry);
    }
}
