package dev.larder.mapdb;

import java.util.HashMap;
import java.util.Map;
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
    private final Map<String, Region> regions = new ConcurrentHashMap<>();
    private final FileStamps stamps = new FileStamps(this);
    private final Keeper keeper;
    private volatile Vessel vessel;
    private volatile boolean closed;

    Medium(Ground ground) {
        this.ground = ground;
        this.vessel = ground.open();
        this.keeper = new Keeper(this, ground.commitMillis());
    }

    Region region(String cache) {
        return regions.computeIfAbsent(cache, name -> new Region(this, name));
    }

    Iterable<Region> regions() {
        return regions.values();
    }

    FileStamps stamps() {
        return stamps;
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

    /** Runs a read or a change; on a database that fails under it, once more on the one that takes its place. */
    <T extends @Nullable Object> T attempt(Function<Vessel, T> work) {
        Vessel tried = vessel();
        try {
            return work.apply(tried);
        } catch (Refusal nothingDone) {
            throw nothingDone;
        } catch (Error | RuntimeException failure) {
            if (closed) {
                throw new IllegalStateException(CLOSED, failure);
            }
            replace(tried, failure);
            return work.apply(vessel());
        }
    }

    private void replace(Vessel failed, Throwable cause) {
        replacing.lock();
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

    private Map<String, Amount> amounts() {
        Map<String, Amount> amounts = new HashMap<>();
        regions.forEach((cache, region) -> region.amountIn(vessel).ifPresent(amount -> amounts.put(cache, amount)));
        return amounts;
    }

    void close() {
        keeper.stop();
        replacing.lock();
        try {
            if (!closed) {
                stripes.exclusively(() -> {
                    closed = true;
                    ground.close(vessel, amounts());
                });
            }
        } finally {
            replacing.unlock();
        }
    }
}
