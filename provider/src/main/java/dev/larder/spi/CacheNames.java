package dev.larder.spi;

/** Caches' names as they stand in the keys of a server: readable where they can be, never a sign that means something there. */
public final class CacheNames {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.,()@$";

    private CacheNames() {}

    /** A name of any text, other names otherwise: letters, digits and {@code -_.,()@$} as they are, other bytes as {@code %3A}. */
    public static String encoded(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (byte each : Wtf8.encode(name)) {
            if (PLAIN.indexOf(each) >= 0) {
                text.append((char) each);
            } else {
                text.append('%').append(String.format("%02X", each));
            }
        }
        return text.toString();
    }
}
