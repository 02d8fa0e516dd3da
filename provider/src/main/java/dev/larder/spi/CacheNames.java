package dev.larder.spi;

/**
 * Encodes cache names for the keys of a server: readable where possible, without characters that have a meaning there.
 */
public final class CacheNames {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.,()@$";

    private CacheNames() {}

    /**
     * Encodes any name, different names differently: letters, digits and {@code -_.,()@$} stay, other bytes become
     * {@code %3A}.
     */
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
