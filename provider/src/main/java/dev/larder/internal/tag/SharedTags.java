package dev.larder.internal.tag;

import dev.larder.internal.StackHeadroom;
import dev.larder.spi.Stamps;
import dev.larder.spi.TagQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Tags whose stamps are in a store. This JVM remembers each stamp that it has seen, and when. A stamp never returns. So
 * if a stamp was seen before a value was loaded, and the tag still has it, it has not been renewed since.
 *
 * <p>For a tag that was not seen before, the age of its stamp is unknown. In that case {@link Stamps#ANY} decides,
 * which every invalidation renews before its own tags. It is read after the tag's stamp. If it is the same as before
 * the load, then the tag's stamp is older than the load. Otherwise the value is not stored, though it may have been
 * valid.
 */
public final class SharedTags implements Tags {
    private static final List<String> ANY = List.of(Stamps.ANY);

    private final Stamps stamps;
    private final LossyMap<String, SeenStamp> seenStamps = new LossyMap<>();
    private final AtomicLong snapshotCounter = new AtomicLong();
    private final AtomicLong invalidations = new AtomicLong();

    public SharedTags(Stamps stamps) {
        this.stamps = stamps;
    }

    // Checks the stack before a store is called; see StackHeadroom.
    private Stamps stamps() {
        StackHeadroom.require();
        return stamps;
    }

    /** A stamp, and the moment when it was seen first. */
    private record SeenStamp(long stamp, long moment) {}

    /**
     * Asks the store for the stamps that are missing.
     *
     * @return {@code observedStamps}, with all of these tags
     */
    public ObservedStamps complete(ObservedStamps observedStamps, List<String> names) {
        List<String> missing = observedStamps.missing(names);
        return missing.isEmpty()
                ? observedStamps
                : observedStamps.with(missing, remember(missing, stamps().read(missing)));
    }

    /** Remembers the stamps that the store returned, and returns them. */
    public long @Nullable [] remember(List<String> names, long @Nullable [] found) {
        long moment = snapshotCounter.get();
        for (int i = 0; found != null && i < found.length; i++) {
            SeenStamp before = seenStamps.get(names.get(i));
            if (before == null || before.stamp != found[i]) {
                seenStamps.put(names.get(i), new SeenStamp(found[i], moment));
            }
        }
        return found;
    }

    @Override
    public TagStamps current(Collection<String> names, @Nullable TagStamps inherited, boolean checked) {
        List<String> all = List.copyOf(names);
        return inherited == null && checked ? rememberedStamps(all) : requestedStamps(all, (StampedTags) inherited);
    }

    private StampedTags rememberedStamps(List<String> all) {
        long[] remembered = new long[all.size()];
        for (int i = 0; i < remembered.length; i++) {
            SeenStamp before = seenStamps.get(all.get(i));
            remembered[i] = before == null ? Stamps.NONE : before.stamp;
        }
        return StampedTags.current(all, remembered, new long[remembered.length]).withCurrentStamps(remembered);
    }

    private StampedTags requestedStamps(List<String> all, @Nullable StampedTags inherited) {
        long[] found = new long[all.size()];
        if (inherited != null) {
            Arrays.setAll(found, i -> inherited.of(all.get(i)));
        }
        requestMissing(all, found);
        return StampedTags.pinned(all, found);
    }

    /** Asks the store for the missing stamps. Returns whether any was missing. */
    private boolean requestMissing(List<String> all, long[] found) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] == Stamps.NONE) {
                missing.add(all.get(i));
            }
        }
        if (!missing.isEmpty()) {
            long[] requested = ensure(missing);
            int next = 0;
            for (int i = 0; i < found.length; i++) {
                found[i] = found[i] == Stamps.NONE ? requested[next++] : found[i];
            }
        }
        return !missing.isEmpty();
    }

    private long[] ensure(List<String> names) {
        long[] found = stamps().ensure(names);
        remember(names, found);
        return found;
    }

    @Override
    public TagSnapshot takeSnapshot(Collection<String> names) {
        long moment = snapshotCounter.incrementAndGet();
        List<String> requested = new ArrayList<>(names);
        requested.add(Stamps.ANY);
        long[] found = ensure(requested);
        ObservedStamps now = new ObservedStamps().with(requested, found);
        List<String> held = List.copyOf(names);
        return new SharedSnapshot(this, StampedTags.pinned(held, now.stampsOf(held)), now, found[names.size()], moment);
    }

    /** Begins a tag snapshot that is taken along with another request. Returns its moment. */
    public long beginSnapshot() {
        return snapshotCounter.incrementAndGet();
    }

    /** The query of a tag snapshot, combined with the tags that are requested anyway. */
    public TagQuery snapshotQuery(@Nullable TagQuery query) {
        SeenStamp before = seenStamps.get(Stamps.ANY);
        boolean known = before != null && before.stamp != Stamps.NONE;
        List<String> names = new ArrayList<>(query == null ? List.of() : query.tags());
        long[] proposals = Arrays.copyOf(query == null ? new long[0] : query.proposals(), names.size() + 1);
        proposals[names.size()] = known ? Stamps.NONE : Stamps.fresh();
        names.add(Stamps.ANY);
        return new TagQuery(List.copyOf(names), proposals);
    }

    /**
     * Completes the tag snapshot that began at a moment.
     *
     * @param observedStamps the store's answer, null if it did not answer
     */
    public TagSnapshot endSnapshot(long moment, @Nullable ObservedStamps observedStamps) {
        ObservedStamps observed = observedStamps == null ? new ObservedStamps() : observedStamps;
        return new SharedSnapshot(
                this, StampedTags.pinned(List.of(), new long[0]), observed, observed.stampsOf(ANY)[0], moment);
    }

    @Override
    public @Nullable TagStamps asOf(TagSnapshot tagSnapshot, Collection<String> names, boolean checked) {
        SharedSnapshot sharedSnapshot = requireOwn(tagSnapshot);
        List<String> all = List.copyOf(names);
        long[] found = all.stream().mapToLong(sharedSnapshot::stampOf).toArray();
        boolean hasUnseen = requestMissing(all, found);
        if (hasUnseen && (sharedSnapshot.any == Stamps.NONE || stamps().read(ANY)[0] != sharedSnapshot.any)) {
            return null;
        }
        return checked || areCurrent(all, found) ? StampedTags.pinned(all, found) : null;
    }

    private boolean areCurrent(List<String> all, long[] found) {
        long[] now = stamps().read(all);
        remember(all, now);
        return Arrays.equals(now, found);
    }

    private SharedSnapshot requireOwn(TagSnapshot tagSnapshot) {
        if (tagSnapshot instanceof SharedSnapshot sharedSnapshot && sharedSnapshot.owner == this) {
            return sharedSnapshot;
        }
        throw new IllegalArgumentException(
                "the lease belongs to another cache manager; take one from the cache that you use it with");
    }

    @Override
    public void invalidate(Collection<String> names) {
        List<String> all = new ArrayList<>(names.size() + 1);
        all.add(Stamps.ANY);
        all.addAll(names);
        try {
            stamps().renew(all);
        } finally {
            // Otherwise the next load would be mistaken for an overtaken one.
            names.forEach(seenStamps::remove);
            invalidations.addAndGet(names.size());
        }
    }

    @Override
    public long invalidations() {
        return invalidations.get();
    }

    /**
     * @param observed the stamps that the store returned during the snapshot
     */
    private record SharedSnapshot(SharedTags owner, StampedTags held, ObservedStamps observed, long any, long moment)
            implements TagSnapshot {
        @Override
        public List<String> names() {
            return held.names();
        }

        /** The stamp of a tag at the time of the snapshot, {@link Stamps#NONE} if it is not known. */
        long stampOf(String name) {
            long own = held.of(name);
            if (own == Stamps.NONE && !held.names().contains(name)) {
                long observedStamp = observed.stampOf(name);
                SeenStamp before = observedStamp == Stamps.NONE ? owner.seenStamps.get(name) : null;
                return before != null && before.moment < moment ? before.stamp : observedStamp;
            }
            return own;
        }
    }
}
