package dev.larder.internal.codec.record;

/** Writes characters as two bytes each. The JDK's encodings replace unpaired surrogates. */
public final class Utf16Text {
    private Utf16Text() {}

    public static void write(String text, byte[] to, int offset) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            to[offset + 2 * i] = (byte) (c >> 8);
            to[offset + 2 * i + 1] = (byte) c;
        }
    }

    public static String read(byte[] from, int offset, int length) {
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = (char) ((from[offset + 2 * i] << 8) | (from[offset + 2 * i + 1] & 0xFF));
        }
        return new String(chars);
    }
}
