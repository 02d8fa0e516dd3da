package dev.larder.jackson;

import java.util.regex.Pattern;

/** The messages of Jackson without hints on settings and places that the application cannot reach. */
final class JacksonMessages {
    private static final Pattern HINTS =
            Pattern.compile("\\s*\\(to avoid exception[^)]*\\)|\\s+at \\[Source: [^]]*]|\\s*\\[Source: [^]]*]");

    private JacksonMessages() {}

    static String of(Throwable failure) {
        return HINTS.matcher(String.valueOf(failure.getMessage())).replaceAll("");
    }
}
