package dev.larder.heap;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.SettingNames;
import dev.larder.spi.Settings;
import dev.larder.spi.Weigher;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bound of a heap cache: beyond it, entries are evicted. */
sealed interface HeapBound {
    /** The bound of a cache without settings. */
    long DEFAULT_ENTRIES = 100_000;

    /** Creates an empty store with this bound. */
    ObjectStore newStore();

    /**
     * Reads the bound from settings.
     *
     * @throws IllegalArgumentException if settings are wrong or contradictory; the message names them
     */
    static HeapBound of(Settings settings, ClassLoader loader) {
        String entries = settings.text(MAX_ENTRIES);
        if (settings.text(MAX_WEIGHT) != null || settings.text(WEIGHER) != null) {
            return weight(settings, entries, loader);
        }
        return UNBOUNDED.equals(entries) ? new None() : new Entries(maxEntries(settings));
    }

    /** No bound. It is never the default. */
    record None() implements HeapBound {
        @Override
        public ObjectStore newStore() {
            return new HeapStore(Caffeine.newBuilder(), true);
        }
    }

    /** A bound on the number of entries. */
    record Entries(long max) implements HeapBound {
        @Override
        public ObjectStore newStore() {
            return new HeapStore(Caffeine.newBuilder().maximumSize(max), true);
        }
    }

    /** A bound on the sum of the weights of all entries. */
    record Weight(long max, Weigher weigher) implements HeapBound {
        @Override
        public ObjectStore newStore() {
            return new HeapStore(Caffeine.newBuilder().maximumWeight(max).weigher(this::weigh), false);
        }

        // The slot is never a cell: a new entry has to be weighed, so with weights no entry is replaced in place.
        private int weigh(Object key, Object slot) {
            int weight = weigher.weigh(key, ((ObjectEntry) slot).value());
            if (weight < 0) {
                throw new IllegalArgumentException(
                        "weigher " + weigher.getClass().getName() + " returned for key '" + key + "' the weight "
                                + weight + "; it must return zero or more");
            }
            return weight;
        }
    }

    String MAX_ENTRIES = "max-entries";
    String MAX_WEIGHT = "max-weight";
    String WEIGHER = "weigher";
    String UNBOUNDED = "unbounded";
    SettingNames NAMES = new SettingNames("heap", Set.of(), Set.of(MAX_ENTRIES, MAX_WEIGHT, WEIGHER), Map.of());

    private static long maxEntries(Settings settings) {
        try {
            return settings.positive(MAX_ENTRIES, DEFAULT_ENTRIES);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(wrong.getMessage() + ", or 'unbounded'", wrong);
        }
    }

    private static HeapBound weight(Settings settings, @Nullable String entries, ClassLoader loader) {
        String weight = settings.text(MAX_WEIGHT);
        String weigher = settings.text(WEIGHER);
        if (weight == null) {
            throw new IllegalArgumentException("setting 'weigher' is '" + weigher
                    + "' but there is no max-weight; add max-weight, or leave the weigher out");
        }
        if (weigher == null) {
            throw new IllegalArgumentException("setting 'max-weight' is '" + weight
                    + "' but there is no weigher; add weigher=size or weigher=<class name>");
        }
        if (entries != null && !UNBOUNDED.equals(entries)) {
            throw new IllegalArgumentException("settings 'max-entries' (" + entries + ") and 'max-weight' (" + weight
                    + ") contradict each other; keep one, or set max-entries=unbounded");
        }
        return new Weight(settings.positive(MAX_WEIGHT, 1), WeigherFactory.named(weigher, loader));
    }
}
