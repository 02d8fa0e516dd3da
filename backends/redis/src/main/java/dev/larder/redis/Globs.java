package dev.larder.redis;

import java.util.regex.Pattern;

/** Patterns as {@code SCAN MATCH} reads them. */
final class Globs {
    private static final Pattern SPECIAL = Pattern.compile("[*?\\[\\]\\\\^-]");

    private Globs() {}

    /** A pattern that this text alone matches. */
    static String literal(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }
}
