package dev.larder.redis.keyspace;

import java.util.regex.Pattern;

/** Patterns for {@code SCAN MATCH}. */
final class GlobPattern {
    private static final Pattern SPECIAL = Pattern.compile("[*?\\[\\]\\\\^-]");

    private GlobPattern() {}

    /** A pattern that matches only this text. */
    static String literal(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }
}
