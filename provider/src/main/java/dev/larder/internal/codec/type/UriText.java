package dev.larder.internal.codec.type;

import java.net.URI;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Normalises URIs so that equal ones have the same text: scheme, host and escaped octets are case-insensitive. */
public final class UriText {
    private static final Pattern OCTET = Pattern.compile("%[0-9A-Fa-f]{2}");

    private UriText() {}

    public static URI canonical(URI uri) {
        String text = upperOctets(uri.toString());
        int start = 0;
        String scheme = uri.getScheme();
        if (scheme != null) {
            text = lower(text, 0, scheme.length());
            start = scheme.length() + 1;
        }
        String host = uri.getHost();
        if (host != null) {
            int at = text.indexOf(upperOctets(host), hostStart(uri, start));
            text = lower(text, at, at + host.length());
        }
        return URI.create(text);
    }

    private static int hostStart(URI uri, int start) {
        String user = uri.getRawUserInfo();
        return start + 2 + (user == null ? 0 : user.length() + 1);
    }

    private static String lower(String text, int from, int to) {
        return text.substring(0, from) + text.substring(from, to).toLowerCase(Locale.ROOT) + text.substring(to);
    }

    private static String upperOctets(@Nullable String text) {
        return text == null
                ? ""
                : OCTET.matcher(text)
                        .replaceAll((MatchResult octet) -> octet.group().toUpperCase(Locale.ROOT));
    }
}
