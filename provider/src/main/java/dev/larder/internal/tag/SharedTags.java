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
 * Tags whose stamps are on a medium. What this JVM has seen of them it remembers, with the moment of it: a stamp
 * never comes back, so one that was seen before a value was loaded, and is still the tag's, has not been renewed since.
 *
 * <p>Of a tag not seen before, nobody can tell when its stamp was made. There {@link Stamps#ANY} decides, which
 * every invalidation renews before the tags it means: if it is what it was before the load, read after the stamp, then the
 * stamp is older than the load. If not, the value is not stored, though that was perhaps not needed.
 */
public final class SharedTags implements Tags {
    private static final List<String> ANY = List.of(Stamps.ANY);

    private final Stamps stamps;
    private final LossyMap<String, Seen> seen = new LossyMap<>();
    private final AtomicLong moments = new AtomicLong();
    private final AtomicLong invalidations = new AtomicLong();

    public SharedTags(Stamps stamps) {
        this.stamps = stamps;
    }

    // For a call: it is not begun with less stack than it needs.
    private Stamps stamps() {
        StackHeadroom.require();
        return stamps;
    }

    /** A stamp, and the moment it was seen at. */
    private record Seen(long stamp, long moment) {}

    /**
     * Asks the medium for the stamps that are missing.
     *
     * @return {@code observedStamps}, with all of these tags
     */
    public ObservedStamps complete(ObservedStamps observedStamps, List<String> names) {
        List<String> missing = observedStamps.missing(names);
        return missing.isEmpty() ? observedStamps : observedStamps.with(missing, note(missing, stamps().read(missing)));
    }

    /** Takes note of what the medium said; gives it back. */
    public long @Nullable [] note(List<String> names, long @Nullable [] found) {
        long moment = moments.get();
        for (int i = 0; found != null && i < found.length; i++) {
            Seen before = seen.get(names.get(i));
            if (before == null || before.stamp != found[i]) {
                seen.put(names.get(i), new Seen(found[i], moment));
            }
        }
        return found;
    }

    @Override
    public TagStamps present(Collection<String> names, @Nullable TagStamps inherited, boolean checked) {
        List<String> all = List.copyOf(names);
        return inherited == null && checked ? likely(all) : asked(all, (StampedTags) inherited);
    }

    private StampedTags likely(List<String> all) {
        long[] likely = new long[all.size()];
        for (int i = 0; i < likely.length; i++) {
            Seen before = seen.get(all.get(i));
            likely[i] = before == null ? Stamps.NONE : before.stamp;
        }
        return StampedTags.present(all, likely, new long[likely.length]).at(likely);
    }

    private StampedTags asked(List<String> all, @Nullable StampedTags inherited) {
        long[] found = new long[all.size()];
        if (inherited != null) {
            Arrays.setAll(found, i -> inherited.of(all.get(i)));
        }
        fill(all, found);
        return StampedTags.lasting(all, found);
    }

    /** Asks the medium for what is missing; whether anything was. */
    private boolean fill(List<String> all, long[] found) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] == Stamps.NONE) {
                missing.add(all.get(i));
            }
        }
        if (!missing.isEmpty()) {
            long[] asked = ensure(missing);
            int next = 0;
            for (int i = 0; i < found.length; i++) {
                found[i] = found[i] == Stamps.NONE ? asked[next++] : found[i];
            }
        }
        return !missing.isEmpty();
    }

    private long[] ensure(List<String> names) {
        long[] found = stamps().ensure(names);
        note(names, found);
        return found;
    }

    @Override
    public TagSnapshot look(Collection<String> names) {
        long moment = moments.incrementAndGet();
        List<String> asked = new ArrayList<>(names);
        asked.add(Stamps.ANY);
        long[] found = ensure(asked);
        ObservedStamps now = new ObservedStamps().with(asked, found);
        List<String> held = List.copyOf(names);
        return new View(this, StampedTags.lasting(held, now.stampsOf(held)), now, found[names.size()], moment);
    }

    /** Begins a look that is taken along with another question; gives its moment. */
    public long beginLook() {
        return moments.incrementAndGet();
    }

    /** What to ask for in a look, with what is asked for anyway. */
    public TagQuery lookingAlong(@Nullable TagQuery asked) {
        Seen before = seen.get(Stamps.ANY);
        boolean known = before != null && before.stamp != Stamps.NONE;
        List<String> names = new ArrayList<>(asked == null ? List.of() : asked.tags());
        long[] proposals = Arrays.copyOf(asked == null ? new long[0] : asked.proposals(), names.size() + 1);
        proposals[names.size()] = known ? Stamps.NONE : Stamps.fresh();
        names.add(Stamps.ANY);
        return new TagQuery(List.copyOf(names), proposals);
    }

    /**
     * The look that began at a moment.
     *
     * @param observedStamps what was said, null if the medium did not answer
     */
    public TagSnapshot endLook(long moment, @Nullable ObservedStamps observedStamps) {
        ObservedStamps along = observedStamps == null ? new ObservedStamps() : observedStamps;
        return new View(this, StampedTags.lasting(List.of(), new long[0]), along, along.stampsOf(ANY)[0], moment);
    }

    @Override
    public @Nullable TagStamps asOf(TagSnapshot tagSnapshot, Collection<String> names, boolean checked) {
        View view = view(tagSnapshot);
        List<String> all = List.copyOf(names);
        long[] found = all.stream().mapToLong(view::stampOf).toArray();
        boolean unseen = fill(all, found);
        if (unseen && (view.any == Stamps.NONE || stamps().read(ANY)[0] != view.any)) {
            return null;
        }
        return checked || arePresent(all, found) ? StampedTags.lasting(all, found) : null;
    }

    private boolean arePresent(List<String> all, long[] found) {
        long[] now = stamps().read(all);
        note(all, now);
        return Arrays.equals(now, found);
    }

    private View view(TagSnapshot tagSnapshot) {
        if (tagSnapshot instanceof View view && view.owner == this) {
            return view;
        }
        throw new IllegalArgumentException("a lease of another cache manager; take one from the cache that it is for");
    }

    @Override
    public void invalidate(Collection<String> names) {
        List<String> all = new ArrayList<>(names.size() + 1);
        all.add(Stamps.ANY);
        all.addAll(names);
        try {
            stamps().renew(all);
        } finally {
            // Or else the next load would be taken for one that is overtaken.
            names.forEach(seen::forget);
            invalidations.addAndGet(names.size());
        }
    }

    @Override
    public long invalidations() {
        return invalidations.get();
    }

    /** @param along what the medium said during the look */
    private record View(SharedTags owner, StampedTags held, ObservedStamps along, long any, long moment)
            implements TagSnapshot {
        @Override
        public List<String> names() {
            return held.names();
        }

        /** What a tag was at, {@link Stamps#NONE} if that is not known. */
        long stampOf(String name) {
            long own = held.of(name);
            if (own == Stamps.NONE && !held.names().contains(name)) {
                long then = along.stampOf(name);
                Seen before = then == Stamps.NONE ? owner.seen.get(name) : null;
                return before != null && before.moment < moment ? before.stamp : then;
            }
            return own;
        }
    }
}
