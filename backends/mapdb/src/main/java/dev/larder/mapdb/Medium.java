package dev.larder.mapdb;

import dev.larder.spi.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mapdb.DB;

/** The caches of one database, for all managers of this JVM that use it. */
final class Medium {
    private static final String CLOSED = "this MapDB store is closed";

    /** How many have it; guarded by the lock of {@link Media}. */
    int holders;

    private final Ground ground;
    private final Stripes stripes = new Stripes();
    private final ReentrantLock replacing = new ReentrantLock();
    private final ReentrantLock joining = new ReentrantLock();
    private final Map<String, Region> regions = new ConcurrentHashMap<>();
    private final Keeper keeper;
    private volatile Vessel vessel;
    /** Guarded by all stripes. */
    private @Nullable Move move;

    private volatile @Nullable FileStamps stamps;
    private volatile boolean closed;

    Medium(Ground ground) {
        this.ground = ground;
        this.vessel = ground.open();
        this.keeper = kept();
    }

    private Keeper kept() {
        try {
            return new Keeper(this, ground.commitMillis());
        } catch (RuntimeException | Error noThread) {
            ground.close(vessel, Map.of());
            throw noThread;
        }
    }

    /** A store is opened on a cache. Each gives it back by {@link #leave}. */
    Region join(String cache, Bound bound, Clock clock) {
        Patience.lock(joining);
        try {
            Region region = regions.computeIfAbsent(cache, name -> new Region(this, name));
            region.join(bound, clock);
            return region;
        } finally {
            joining.unlock();
        }
    }

    /** A store is closed. A cache that is then empty is forgotten: names may come and go without end. */
    void leave(Region region, Clock clock) {
        Patience.lock(joining);
        try {
            if (region.leave(clock) && !closed && !db().isClosed()) {
                attempt(current -> {
                    stripes.exclusively(() -> forgetIfEmpty(region, current));
                    return null;
                });
            }
        } finally {
            joining.unlock();
        }
    }

    private void forgetIfEmpty(Region region, Vessel current) {
        if (region.amountIn(current).filter(Amount.NONE::equals).isPresent()) {
            regions.values().remove(region);
            region.end();
            current.change(() -> current.catalogue().forget(region.cache()));
        }
    }

    Iterable<Region> regions() {
        return regions.values();
    }

    /** The stamps of tags, for which nothing is there until somebody asks. */
    FileStamps stamps() {
        FileStamps known = stamps;
        if (known == null) {
            Patience.lock(joining);
            try {
                known = stamps == null ? new FileStamps(this) : stamps;
                stamps = known;
            } finally {
                joining.unlock();
            }
        }
        return Objects.requireNonNull(known);
    }

    Stripes stripes() {
        return stripes;
    }

    Vessel vessel() {
        if (closed) {
            throw new IllegalStateException(CLOSED);
        }
        return vessel;
    }

    DB db() {
        return vessel.db();
    }

    boolean isClosed() {
        return closed;
    }

    long presetBytes() {
        return ground.presetBytes();
    }

    /**
     * Runs a read or a change; on a database that fails under it, once more on the one that takes its place, and
     * again on each to which all has moved.
     */
    <T extends @Nullable Object> T attempt(Function<Vessel, T> work) {
        boolean replaced = false;
        while (true) {
            Vessel tried = trusted();
            try {
                return work.apply(tried);
            } catch (Refusal nothingDone) {
                throw nothingDone;
            } catch (Error | RuntimeException failure) {
                if (closed) {
                    throw new IllegalStateException(CLOSED, failure);
                }
                if (failure instanceof Left || tried.isLeft()) {
                    awaitMove();
                } else if (replaced || isOfTheCaller(failure)) {
                    throw failure;
                } else {
                    tried.fault = failure;
                    replaced = true;
                }
            }
        }
    }

    /** The database in use; one that failed is replaced by whoever comes next. */
    private Vessel trusted() {
        Vessel current = vessel();
        Throwable fault = current.fault;
        if (fault == null) {
            return current;
        }
        replace(current, fault);
        return vessel();
    }

    /**
     * Whether an error says something of the thread in which it came, and nothing of the database: where that was
     * changing something it has a {@link Vessel#fault} anyway. An InternalError is what a mapped file throws that
     * cannot be read.
     */
    @SuppressWarnings("removal") // of ThreadDeath, which is still thrown where threads can be stopped
    private static boolean isOfTheCaller(Throwable failure) {
        return failure instanceof VirtualMachineError && !(failure instanceof InternalError)
                || failure instanceof ThreadDeath
                || failure instanceof LinkageError;
    }

    private void awaitMove() {
        Patience.lock(replacing);
        replacing.unlock();
    }

    private void replace(Vessel failed, Throwable cause) {
        Patience.lock(replacing);
        try {
            if (vessel == failed && !closed) {
                vessel = ground.replace(failed, cause);
            }
        } finally {
            replacing.unlock();
        }
    }

    /** Has all that was written by now outlive a crash, if the medium can. */
    void commit() {
        if (!closed) {
            attempt(current -> {
                stripes.exclusively(() -> current.commit(amounts()));
                return null;
            });
        }
    }

    /** What a cache holds. Nobody writes meanwhile. */
    Contents contents(Vessel in, String cache) {
        if (in.isLeft()) {
            throw new Left();
        }
        Contents opened = Contents.open(in, cache);
        Move current = move;
        opened.reflectIn(current == null || current.from() != in ? null : current.mirror(cache));
        return opened;
    }

    /** Begins to move all caches to another database, null if there is no need. */
    @Nullable
    Move beginMove() {
        Vessel used = vessel();
        Vessel spare = ground.spare(used);
        return spare == null ? null : begun(used, spare);
    }

    private Move begun(Vessel used, Vessel spare) {
        try {
            return stripes.withoutWriters(() -> {
                refuseIfNot(used);
                Move begun = new Move(stripes, used, spare);
                reflectIn(begun);
                return begun;
            });
        } catch (RuntimeException | Error failure) {
            cancelMove(spare);
            throw failure;
        }
    }

    /** Ends what {@link #beginMove} began: all stays where it is. */
    void cancelMove(Vessel spare) {
        stripes.exclusively(() -> reflectIn(null));
        if (!closed) {
            ground.discard(spare);
        }
    }

    private void reflectIn(@Nullable Move next) {
        move = next;
        regions.values().forEach(region -> region.reflectIn(next));
    }

    private void refuseIfNot(Vessel used) {
        if (closed || vessel != used || used.fault != null) {
            throw new Left();
        }
    }

    /** All has been copied: the other database is the one that is used from now on. */
    void finishMove(Move done) {
        Patience.lock(replacing);
        try {
            stripes.exclusively(() -> {
                refuseIfNot(done.from());
                vessel.change(() -> vessel.catalogue().save(amounts()));
                done.settle();
                relieve(done);
            });
        } finally {
            replacing.unlock();
        }
    }

    private void relieve(Move done) {
        Vessel before = vessel;
        try {
            Vessel next = ground.relieve(before, done.to());
            regions.values().forEach(region -> region.moved(before, next));
            vessel = next;
        } catch (RuntimeException | Error failure) {
            if (!before.isLeft()) {
                throw failure;
            }
            before.fail();
            vessel = ground.replace(before, failure);
        } finally {
            if (vessel != before) {
                move = null;
            }
        }
    }

    private Map<String, Amount> amounts() {
        Map<String, Amount> amounts = new HashMap<>();
        regions.forEach((cache, region) -> region.amountIn(vessel).ifPresent(amount -> amounts.put(cache, amount)));
        return amounts;
    }

    void close() {
        keeper.stop();
        Patience.lock(replacing);
        try {
            if (!closed) {
                try {
                    stripes.exclusively(() -> {
                        closed = true;
                        closeAll();
                    });
                } catch (Refusal stuck) {
                    // Whoever is stuck may still write: the file stays ours, and is not trusted afterwards.
                    closed = true;
                    throw stuck;
                }
            }
        } finally {
            replacing.unlock();
        }
    }

    private void closeAll() {
        try {
            if (move != null) {
                ground.discard(move.to());
            }
        } finally {
            ground.close(vessel, amounts());
        }
    }
}
