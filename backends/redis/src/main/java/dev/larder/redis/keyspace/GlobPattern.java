package dev.larder.redis.keyspace;

import java.util.regex.Pattern;

/** Patterns as {@code SCAN MATCH} reads them. */
final class GlobPattern {
    private static final Pattern SPECIAL = Pattern.compile("[*?\\[\\]\\\\^-]");

    private GlobPattern() {}

    /** A pattern that this text alone matches. */
    static String literal(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }
}
