package dev.larder.memcached.protocol;

import java.io.ByteArrayOutputStream;

/** Decodes keys as {@code metadump} prints them: most special characters are escaped as in {@code %3A}. */
public final class PercentDecoder {
    private PercentDecoder() {}

    public static byte[] decoded(String text, int start, int end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            char each = text.charAt(i);
            if (each == '%' && i + 2 < end) {
                bytes.write(Integer.parseInt(text, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(each);
            }
        }
        return bytes.toByteArray();
    }
}
