package dev.larder;

import java.util.HashSet;
import java.util.Set;

/** Common taggers. */
public final class Taggers {
    private static final String PREFIX = "prefix ";

    private Taggers() {}

    /**
     * Makes every prefix of a key a tag: with the separator {@code ':'}, {@code shop:de:17} gets the tags of
     * {@code shop} and {@code shop:de}. {@link LarderCache#invalidatePrefix} invalidates them. Keys are converted by
     * {@code toString}.
     */
    public static <K, V> Tagger<K, V> prefixes(char separator) {
        return (key, value) -> {
            String text = key.toString();
            Set<String> tags = new HashSet<>();
            for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, end + 1)) {
                tags.add(prefix(text.substring(0, end)));
            }
            return tags;
        };
    }

    /** The tag that stands for a prefix. */
    public static String prefix(String prefix) {
        return PREFIX + prefix;
    }
}
