package dev.larder.internal.tag;

import dev.larder.spi.Stamps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stamps that the store returned during one call. Nearly always there is one answer, for exactly the tags that the
 * entry has. Then two arrays are compared, and no table is built.
 */
public final class ObservedStamps {
    private List<String> names = List.of();
    private long[] stamps = {};
    private @Nullable Map<String, Long> all;

    /** Adds an answer; null if there was none. The arguments must not be changed afterwards. */
    public ObservedStamps with(List<String> requested, long @Nullable [] found) {
        if (found != null && names.isEmpty()) {
            names = requested;
            stamps = found;
        } else if (found != null) {
            enter(all(), requested, found);
        }
        return this;
    }

    private Map<String, Long> all() {
        Map<String, Long> table = all;
        if (table == null) {
            table = new HashMap<>();
            enter(table, names, stamps);
            all = table;
        }
        return table;
    }

    private static void enter(Map<String, Long> table, List<String> names, long[] stamps) {
        for (int i = 0; i < stamps.length; i++) {
            table.put(names.get(i), stamps[i]);
        }
    }

    /** The tags among these whose stamps are not known. */
    public List<String> missing(List<String> wanted) {
        if (names.equals(wanted)) {
            return List.of();
        }
        List<String> missing = new ArrayList<>();
        for (String name : wanted) {
            if (!all().containsKey(name)) {
                missing.add(name);
            }
        }
        return missing;
    }

    /** Whether each of these tags still has its stamp. */
    public boolean confirms(List<String> wanted, long[] seen) {
        long[] present = stampsOf(wanted);
        for (int i = 0; i < seen.length; i++) {
            if (seen[i] == Stamps.NONE || present[i] != seen[i]) {
                return false;
            }
        }
        return true;
    }

    /** The stamp of a tag, {@link Stamps#NONE} if there is none, or none is known. */
    long stampOf(String name) {
        int place = names.indexOf(name);
        return place >= 0 ? stamps[place] : all == null ? Stamps.NONE : all.getOrDefault(name, Stamps.NONE);
    }

    /** The stamps of these tags; not to be changed. */
    public long[] stampsOf(List<String> wanted) {
        return names.equals(wanted)
                ? stamps
                : wanted.stream()
                        .mapToLong(name -> all().getOrDefault(name, Stamps.NONE))
                        .toArray();
    }
}
