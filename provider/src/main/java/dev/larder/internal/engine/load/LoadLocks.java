package dev.larder.internal.engine.load;

import dev.larder.internal.StackHeadroom;
import dev.larder.internal.codec.Marshaller;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import org.jspecify.annotations.Nullable;

/**
 * The leases of loads, in the store beside the entries, taken and given back by its one exchange. Whose a lease is
 * its version tells, which no two have.
 */
public final class LoadLocks<K> {
    private final ByteStore store;
    private final Marshaller marshaller;

    public LoadLocks(ByteStore store, Marshaller marshaller) {
        this.store = store;
        this.marshaller = marshaller;
    }

    // For a call: it is not begun with less stack than it needs.
    private ByteStore store() {
        StackHeadroom.require();
        return store;
    }

    /** A lease as it was met, or taken. */
    record LockRecord(ByteKey at, ByteEntry record, boolean isMine) {
        long version() {
            return record.version();
        }
    }

    /** Takes the lease of a key, or gives the one that somebody else holds. One round trip, another if one was left behind. */
    LockRecord take(K key, long now, long expiry) {
        ByteKey at = marshaller.leaseKey(key);
        ByteEntry mine = marshaller.lease(expiry);
        ByteEntry found = null;
        while (true) {
            ByteEntry witness = store().exchange(at, found, mine);
            if (witness == found) {
                return new LockRecord(at, mine, true);
            }
            if (witness != null && !witness.isExpiredAt(now) && marshaller.endedBy(witness) == 0) {
                return new LockRecord(at, witness, false);
            }
            found = witness;
        }
    }

    /** Takes a lease away from who holds it; null if it is not that one any more. One round trip. */
    @Nullable
    LockRecord overtake(LockRecord other, long expiry) {
        ByteEntry mine = marshaller.lease(expiry);
        ByteEntry found = other.record();
        while (found != null && found.version() == other.version()) {
            ByteEntry witness = store().exchange(other.at(), found, mine);
            if (witness == found) {
                return new LockRecord(other.at(), mine, true);
            }
            found = witness;
        }
        return null;
    }

    /** What has become of somebody else's lease. One round trip. */
    State stateOf(LockRecord other, long now) {
        ByteEntry found = store().read(other.at());
        if (found != null && found.version() == other.version()) {
            return found.isExpiredAt(now) ? State.OVER : State.HELD;
        }
        return found != null && marshaller.endedBy(found) == other.version() ? State.FOUND_NOTHING : State.OVER;
    }

    /** What becomes of leases. */
    enum State {
        HELD,
        OVER,
        FOUND_NOTHING
    }

    /**
     * Gives a lease back, unless somebody has overtaken it. Two round trips.
     *
     * @param foundNothing whether those who wait are to hear that there is no value; until {@code expiry}
     */
    void giveBack(LockRecord mine, boolean foundNothing, long expiry) {
        ByteEntry found = store().read(mine.at());
        while (found != null && found.version() == mine.version()) {
            ByteEntry next = foundNothing ? marshaller.endedLease(expiry, mine.version()) : null;
            ByteEntry witness = store().exchange(mine.at(), found, next);
            found = witness == found ? null : witness;
        }
    }
}
