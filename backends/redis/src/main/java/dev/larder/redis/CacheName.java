package dev.larder.redis;

import java.nio.charset.StandardCharsets;

/** A cache's name as it stands in keys: readable where it can be, and never a sign that means something there. */
final class CacheName {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.,()@$";

    private CacheName() {}

    static String encoded(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(each) >= 0) {
                text.append((char) each);
            } else {
                text.append('%').append(String.format("%02X", each));
            }
        }
        return text.toString();
    }
}
