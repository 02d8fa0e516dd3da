package dev.larder.internal.engine.store;

import dev.larder.internal.codec.Marshaller;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import org.jspecify.annotations.Nullable;

/**
 * The load locks: records beside the entries in the store, taken and released by the store's exchange. The version of
 * the record identifies its owner, because no two records have the same.
 */
public final class LoadLocks<K> {
    private final ByteStore store;
    private final CallGuard callGuard;
    private final Marshaller marshaller;

    LoadLocks(ByteStore store, CallGuard callGuard, Marshaller marshaller) {
        this.store = store;
        this.callGuard = callGuard;
        this.marshaller = marshaller;
    }

    private ByteStore store() {
        callGuard.check();
        return store;
    }

    /** A load lock as it was found or taken. */
    public record LockRecord(ByteKey at, ByteEntry record, boolean isMine) {
        long version() {
            return record.version();
        }
    }

    /**
     * Takes the load lock of a key, or returns the one that another JVM holds. One round trip; one more to replace a
     * lock that has expired or was left to tell that there is no value.
     */
    public LockRecord take(K key, long now, long expiry) {
        ByteKey at = marshaller.loadLockKey(key);
        ByteEntry mine = marshaller.loadLock(expiry);
        ByteEntry found = null;
        while (true) {
            ByteEntry witness = store().exchange(at, found, mine);
            if (witness == found) {
                return new LockRecord(at, mine, true);
            }
            if (witness != null && !witness.isExpiredAt(now) && marshaller.endedLoadLockVersion(witness) == 0) {
                return new LockRecord(at, witness, false);
            }
            found = witness;
        }
    }

    /**
     * Replaces the lock of another owner. One round trip.
     *
     * @return null if the owner no longer holds it
     */
    public @Nullable LockRecord overtake(LockRecord other, long expiry) {
        ByteEntry mine = marshaller.loadLock(expiry);
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

    /** The state of another owner's lock. One round trip. */
    public State stateOf(LockRecord other, long now) {
        ByteEntry found = store().read(other.at());
        if (found != null && found.version() == other.version()) {
            return found.isExpiredAt(now) ? State.OVER : State.HELD;
        }
        return found != null && marshaller.endedLoadLockVersion(found) == other.version()
                ? State.FOUND_NOTHING
                : State.OVER;
    }

    /** The states of a load lock. */
    public enum State {
        HELD,
        OVER,
        FOUND_NOTHING
    }

    /**
     * Releases a lock, unless another owner has overtaken it. Two round trips.
     *
     * @param foundNothing whether to leave a record until {@code expiry} that there is no value, for those that wait
     */
    public void release(LockRecord mine, boolean foundNothing, long expiry) {
        ByteEntry found = store().read(mine.at());
        while (found != null && found.version() == mine.version()) {
            ByteEntry next = foundNothing ? marshaller.endedLoadLock(expiry, mine.version()) : null;
            ByteEntry witness = store().exchange(mine.at(), found, next);
            found = witness == found ? null : witness;
        }
    }
}
