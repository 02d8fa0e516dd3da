package dev.larder.tck;

import java.util.regex.Pattern;

/** Makes store addresses fit to be shown: it removes their secrets. */
final class Address {
    private static final Pattern USER = Pattern.compile("//[^/@]*@");
    private static final Pattern SECRET = Pattern.compile("(?i)(\\w*(?:password|secret|token)\\w*=)[^&]*");

    private Address() {}

    static String shown(String address) {
        return SECRET.matcher(USER.matcher(address).replaceAll("//")).replaceAll("$1…");
    }

    /** The name of this store's folder: {@code redis://localhost:6379} gives {@code redis-localhost-6379}. */
    static String folder(String address) {
        String name = shown(address).replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        return name.isEmpty() ? "store" : name;
    }
}
