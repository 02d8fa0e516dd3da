package dev.larder.internal.tag;

import dev.larder.spi.Stamps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the medium said of some tags during one call. */
public final class Present {
    private final Map<String, Long> stamps = new HashMap<>();

    /** Takes note of an answer; none if there was none. */
    public Present with(List<String> names, long @Nullable [] found) {
        for (int i = 0; found != null && i < found.length; i++) {
            stamps.put(names.get(i), found[i]);
        }
        return this;
    }

    /** Those of these tags of which nothing is known. */
    public List<String> missing(List<String> names) {
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            if (!stamps.containsKey(name)) {
                missing.add(name);
            }
        }
        return missing;
    }

    /** Whether each of these tags still is at its stamp. */
    public boolean confirms(List<String> names, long[] seen) {
        for (int i = 0; i < seen.length; i++) {
            if (seen[i] == Stamps.NONE || stampOf(names.get(i)) != seen[i]) {
                return false;
            }
        }
        return true;
    }

    /** The stamps of these tags. */
    public long[] stampsOf(List<String> names) {
        return names.stream().mapToLong(this::stampOf).toArray();
    }

    private long stampOf(String name) {
        return stamps.getOrDefault(name, Stamps.NONE);
    }
}
