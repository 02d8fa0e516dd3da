package dev.larder.spi;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The address of a backend: {@code scheme:rest?name=value&name=value}.
 *
 * @param scheme in lower case
 * @param rest the text between the scheme's colon and the question mark, as written
 * @param settings the query part, decoded
 */
public record StoreAddress(String scheme, String rest, Settings settings) {
    private static final Pattern USER = Pattern.compile("(?<=://)(?!/)[^?#]*@");
    private static final Pattern SECRET =
            Pattern.compile("(?i)([?&][^=&]*(?:pass|pwd|secret|token|credential)[^=&]*=)[^&#]*");

    /**
     * Parses an address.
     *
     * @throws IllegalArgumentException if there is no scheme or a setting has no value
     */
    public static StoreAddress parse(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException(
                    "'" + masked(text) + "' is no store address: it begins with a scheme and a colon, as in heap:");
        }
        int query = text.indexOf('?', colon);
        String rest = query < 0 ? text.substring(colon + 1) : text.substring(colon + 1, query);
        String settings = query < 0 ? "" : text.substring(query + 1);
        return new StoreAddress(text.substring(0, colon).toLowerCase(Locale.ROOT), rest, settingsOf(text, settings));
    }

    /** Parses an address given as a URI. */
    public static StoreAddress of(URI uri) {
        return parse(uri.toString());
    }

    /**
     * Replaces user names, passwords and other secrets in a text that may be an address by {@code ***}. The result is
     * safe for messages, logs and JMX.
     */
    public static String masked(String text) {
        return SECRET.matcher(USER.matcher(text).replaceAll("***@")).replaceAll("$1***");
    }

    /** Scheme and location, without credentials and settings. */
    @Override
    public String toString() {
        return masked(scheme + ":" + rest);
    }

    private static Settings settingsOf(String address, String query) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                if (equals <= 0) {
                    throw new IllegalArgumentException(
                            "store address '" + masked(address) + "': a setting has no value; write name=value");
                }
                values.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
            }
        }
        return Settings.of(values);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
