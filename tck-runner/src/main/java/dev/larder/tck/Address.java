package dev.larder.tck;

import java.util.regex.Pattern;

/** Store addresses as they may be shown: without what is secret in them. */
final class Address {
    private static final Pattern USER = Pattern.compile("//[^/@]*@");
    private static final Pattern SECRET = Pattern.compile("(?i)(\\w*(?:password|secret|token)\\w*=)[^&]*");

    private Address() {}

    static String shown(String address) {
        return SECRET.matcher(USER.matcher(address).replaceAll("//")).replaceAll("$1…");
    }

    /** A name for this store's folder: {@code redis://localhost:6379} gives {@code redis-localhost-6379}. */
    static String folder(String address) {
        String name = shown(address).replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        return name.isEmpty() ? "store" : name;
    }
}
