package dev.larder.spi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Converts any string to bytes and back without loss. It uses UTF-8, and WTF-8 for unpaired surrogates, which UTF-8
 * cannot represent. Different strings have different bytes. The JDK's encoder replaces each unpaired surrogate by
 * {@code ?}, so that two names may become one.
 */
public final class Wtf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Wtf8() {}

    /** Encodes a string: as UTF-8 if it is well-formed. */
    public static byte[] encode(String text) {
        return isWellFormed(text) ? text.getBytes(StandardCharsets.UTF_8) : encodeHalves(text);
    }

    /** Decodes the result of {@link #encode}. Bytes that are neither UTF-8 nor WTF-8 become U+FFFD. */
    public static String decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    /** Decodes a part of an array. */
    public static String decode(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : decodeHalves(bytes, from, length);
    }

    /** Whether a string has no unpaired surrogate, so that UTF-8 can represent it. */
    public static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (Character.isSurrogate(each)) {
                if (!isPair(text, i)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    private static byte[] encodeHalves(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i)) && !isPair(text, i)) {
                bytes.writeBytes(text.substring(begin, i).getBytes(StandardCharsets.UTF_8));
                writeHalf(bytes, text.charAt(i));
                begin = i + 1;
            } else if (Character.isHighSurrogate(text.charAt(i))) {
                i++;
            }
        }
        bytes.writeBytes(text.substring(begin).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    // Three bytes, as in UTF-8 for the neighbouring code points.
    private static void writeHalf(ByteArrayOutputStream bytes, char half) {
        bytes.write(0xE0 | half >> 12);
        bytes.write(0x80 | half >> 6 & 0x3F);
        bytes.write(0x80 | half & 0x3F);
    }

    private static String decodeHalves(byte[] bytes, int from, int length) {
        StringBuilder text = new StringBuilder(length);
        int begin = from;
        for (int i = from; i + 2 < from + length; i++) {
            if (isHalf(bytes, i)) {
                text.append(new String(bytes, begin, i - begin, StandardCharsets.UTF_8));
                text.append((char) (0xD000 | (bytes[i + 1] & 0x3F) << 6 | bytes[i + 2] & 0x3F));
                begin = i + 3;
                i += 2;
            }
        }
        return text.append(new String(bytes, begin, from + length - begin, StandardCharsets.UTF_8))
                .toString();
    }

    private static boolean isHalf(byte[] bytes, int at) {
        return bytes[at] == (byte) 0xED && (bytes[at + 1] & 0xE0) == 0xA0 && (bytes[at + 2] & 0xC0) == 0x80;
    }
}
