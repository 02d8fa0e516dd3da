package dev.larder.memcached.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads lines of at most 64 KB through a buffer. Not thread-safe. */
public final class LineReader {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;

    public LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line without its line end. */
    public String next() throws IOException {
        int at = start;
        while (true) {
            for (; at < end; at++) {
                if (buffer[at] == '\n') {
                    int length = at - start - (at > start && buffer[at - 1] == '\r' ? 1 : 0);
                    String line = new String(buffer, start, length, StandardCharsets.ISO_8859_1);
                    start = at + 1;
                    return line;
                }
            }
            at -= start;
            fill();
        }
    }

    private void fill() throws IOException {
        if (start == 0 && end == buffer.length) {
            throw new IOException("a line of the reply is longer than " + buffer.length + " bytes");
        }
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        int size = in.read(buffer, end, buffer.length - end);
        if (size < 0) {
            throw new IOException("the connection ended");
        }
        end += size;
    }
}
