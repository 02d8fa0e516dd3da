package dev.larder.mapdb;

import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One cache in a medium, shared by all stores that are open on it. */
final class Region {
    private final Medium medium;
    private final String cache;
    private final ReentrantLock opening = new ReentrantLock();
    private final AtomicLong evictions = new AtomicLong();
    private final List<Clock> clocks = new CopyOnWriteArrayList<>();
    private final Evictor evictor = new Evictor(this);
    private volatile @Nullable Contents contents;
    private volatile boolean ended;

    Region(Medium medium, String cache) {
        this.medium = medium;
        this.cache = cache;
    }

    /** What this cache holds in the vessel that is in use. */
    Contents in(Vessel vessel) {
        if (ended) {
            throw new Refusal("cache '" + cache + "' is closed");
        }
        Contents known = known(vessel);
        return known == null ? opened(vessel) : known;
    }

    private Contents opened(Vessel vessel) {
        Patience.lock(opening);
        try {
            Contents known = contents;
            if (known == null || known.vessel() != vessel) {
                // A new map is a change of many records, which a commit must not find half done.
                medium.stripes().exclusively(() -> contents = medium.contents(vessel, cache));
                known = Objects.requireNonNull(contents);
            }
            return known;
        } finally {
            opening.unlock();
        }
    }

    @Nullable
    ByteEntry read(ByteKey key) {
        return medium.attempt(vessel -> {
            Contents there = in(vessel);
            there.heat().touch(key);
            return there.read(key.bytes());
        });
    }

    /** As {@link dev.larder.spi.Store#exchange}. */
    @Nullable
    ByteEntry exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        ByteEntry witness = medium.attempt(vessel -> {
            Contents there = ready(vessel, next);
            ReentrantLock stripe = medium.stripes().of(key.bytes());
            Patience.lock(stripe);
            try {
                ByteEntry found = there.read(key.bytes());
                if (!isSame(found, expected)) {
                    return found;
                }
                there.set(key, next);
                return expected;
            } finally {
                stripe.unlock();
            }
        });
        evictor.keepBound();
        return witness;
    }

    /** As {@link dev.larder.spi.Store#swap}. */
    @Nullable
    ByteEntry swap(ByteKey key, @Nullable ByteEntry next) {
        ByteEntry before = medium.attempt(vessel -> {
            Contents there = ready(vessel, next);
            ReentrantLock stripe = medium.stripes().of(key.bytes());
            Patience.lock(stripe);
            try {
                return there.set(key, next);
            } finally {
                stripe.unlock();
            }
        });
        evictor.keepBound();
        return before;
    }

    private Contents ready(Vessel vessel, @Nullable ByteEntry next) {
        if (next != null) {
            vessel.makeRoom(next.bytes().length);
        }
        if (vessel.isCommitDue()) {
            medium.commit();
        }
        return in(vessel);
    }

    private static boolean isSame(@Nullable ByteEntry found, @Nullable ByteEntry expected) {
        if (found == null || expected == null) {
            return found == null && expected == null;
        }
        return found.version() == expected.version();
    }

    /** A way through what is there now. */
    Cursor cursor(Contents through, boolean values) {
        return new Cursor(through, medium.stripes(), values);
    }

    void clear() {
        medium.attempt(vessel -> {
            Contents there = in(vessel);
            medium.stripes().exclusively(there::clear);
            return null;
        });
    }

    /** Removes what has become old, by the rule of those who look for it; false if it had not, or was gone. */
    boolean remove(Contents from, byte[] key, Predicate<ByteEntry> old) {
        ByteKey known = new ByteKey(key);
        ReentrantLock stripe = medium.stripes().of(key);
        Patience.lock(stripe);
        try {
            from.refuseIfLeft();
            ByteEntry found = from.read(key);
            if (found != null && !old.test(found)) {
                return false;
            }
            from.set(known, null);
            return found != null;
        } finally {
            stripe.unlock();
        }
    }

    /** Nobody is to use this any more; what it held, nothing, is forgotten. Nobody writes meanwhile. */
    void end() {
        ended = true;
        Contents known = contents;
        if (known != null) {
            known.leave();
        }
    }

    /** Has each change made a second time from now on, null for no longer. Nobody writes meanwhile. */
    void reflectIn(@Nullable Move move) {
        Contents known = contents;
        if (known != null) {
            known.reflectIn(move == null || move.from() != known.vessel() ? null : move.mirror(cache));
        }
    }

    /** All has moved. Nobody writes meanwhile. */
    void moved(Vessel from, Vessel to) {
        Contents known = known(from);
        if (known != null) {
            contents = known.moved(to, cache);
        }
    }

    Medium medium() {
        return medium;
    }

    /** A store was opened on this cache. */
    void join(Bound bound, Clock clock) {
        evictor.bound(bound);
        clocks.add(clock);
    }

    /** A store was closed; true if it was the last. */
    boolean leave(Clock clock) {
        clocks.remove(clock);
        return clocks.isEmpty();
    }

    /** Whether there may be entries that expire. */
    boolean isMortal() {
        Contents known = contents;
        return known == null || known.isMortal();
    }

    String cache() {
        return cache;
    }

    /** What this cache holds, if anyone has asked so far. */
    @Nullable
    Contents known(Vessel vessel) {
        Contents known = contents;
        return known != null && known.vessel() == vessel ? known : null;
    }

    /** The clock that is furthest behind: what has expired by that has expired for all. */
    long now() {
        return clocks.stream().mapToLong(Clock::millis).min().orElse(Long.MIN_VALUE);
    }

    AtomicLong evictions() {
        return evictions;
    }

    Optional<Amount> amountIn(Vessel vessel) {
        Contents known = contents;
        return known == null || known.vessel() != vessel ? Optional.empty() : Optional.of(known.amount());
    }
}
