package dev.larder.spi;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a backend: {@code scheme:rest?name=value&name=value}.
 *
 * @param scheme in lower case
 * @param rest the text between the scheme's colon and the question mark, as written
 * @param settings the query part, decoded
 */
public record StoreAddress(String scheme, String rest, Settings settings) {
    private static final int LAST_PORT = 65_535;
    private static final int MOST_DIGITS = 5;
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

    /** This address, with the place where it was written, for messages about its settings. */
    public StoreAddress from(String origin) {
        return new StoreAddress(scheme, rest, settings.from(origin));
    }

    /**
     * The number of a port.
     *
     * @throws IllegalArgumentException if it is none
     */
    public int port(String digits) {
        int port = digits.length() > MOST_DIGITS ? 0 : Integer.parseInt(digits);
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException(
                    "store address '" + this + "': port " + digits + " is out of range; it takes 1 to " + LAST_PORT);
        }
        return port;
    }

    /**
     * The user name or password of an address, decoded.
     *
     * @return null if there is none
     * @throws IllegalArgumentException if it is malformed; the message does not contain it
     */
    public @Nullable String credential(@Nullable String encoded) {
        return encoded == null || encoded.isEmpty()
                ? null
                : decode(toString(), "its user name or password", encoded.replace("+", "%2B"));
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
                String name = pair.substring(0, equals);
                String value = decode(masked(address), "setting '" + name + "'", pair.substring(equals + 1));
                if (values.put(name, value) != null) {
                    throw new IllegalArgumentException("store address '" + masked(address) + "': setting '" + name
                            + "' stands there twice; keep one");
                }
            }
        }
        return Settings.of(values);
    }

    // No cause: its message quotes a part of what may be a password.
    private static String decode(String address, String part, String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("store address '" + address + "': " + part
                    + " has a % without two hexadecimal digits; write %25 for the character itself");
        }
    }
}
