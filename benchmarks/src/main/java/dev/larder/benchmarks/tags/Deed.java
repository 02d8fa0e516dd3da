package dev.larder.benchmarks.tags;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An operation that is measured, with a number of tags on each entry. */
enum Deed {
    GET_0("get", 0),
    GET_1("get", 1),
    GET_3("get", 3),
    GET_10("get", 10),
    PUT_0("put", 0),
    PUT_3("put", 3),
    LEASE_3("lease and put", 3) {
        @Override
        boolean isKnownTo(Way way) {
            return way.knowsLeases();
        }

        @Override
        void once(Way way, int number, byte[] value) {
            way.leaseAndPut(key(number), value, tagsOf(number));
        }
    };

    /** The number of entries for each number of tags. */
    static final int ENTRIES = 10_000;

    private static final int MOST_TAGS = 10;
    private static final int EACH_TAG_TIMES = 20;
    private static final String[][] KEYS = new String[values().length][ENTRIES];
    private static final Set<?>[][] TAGS = new Set<?>[MOST_TAGS + 1][ENTRIES / EACH_TAG_TIMES];

    static {
        for (Deed each : values()) {
            each.prepare();
        }
    }

    private final String title;
    private final int tags;

    Deed(String title, int tags) {
        this.title = title;
        this.tags = tags;
    }

    private void prepare() {
        for (int number = 0; number < ENTRIES; number++) {
            KEYS[ordinal()][number] = title + tags + ':' + number;
        }
        for (int group = 0; group < TAGS[tags].length; group++) {
            int shared = group;
            TAGS[tags][group] = IntStream.range(0, tags)
                    .mapToObj(each -> "kind-" + each + ':' + shared)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** The name in tables. */
    String title() {
        return title;
    }

    int tags() {
        return tags;
    }

    boolean isReading() {
        return title.equals("get");
    }

    boolean isKnownTo(Way way) {
        return isReading() || !way.isOnlyRead();
    }

    void once(Way way, int number, byte[] value) {
        if (!isReading()) {
            put(way, number, value);
        } else if (way.get(key(number)) == null) {
            throw new IllegalStateException("an entry is lost");
        }
    }

    /** Puts all entries with this number of tags. */
    void fill(Way way, byte[] value) {
        for (int number = 0; number < ENTRIES; number++) {
            put(way, number, value);
        }
    }

    private void put(Way way, int number, byte[] value) {
        way.put(key(number), value, tagsOf(number));
    }

    /** Each operation has its own keys, so that one does not scatter the entries of another in memory. */
    final String key(int number) {
        return KEYS[ordinal()][number];
    }

    @SuppressWarnings("unchecked")
    final Set<String> tagsOf(int number) {
        return (Set<String>) TAGS[tags][number % TAGS[tags].length];
    }
}
