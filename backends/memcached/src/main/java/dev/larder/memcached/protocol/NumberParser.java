package dev.larder.memcached.protocol;

import java.nio.ByteBuffer;

/** Parses the numbers of a line, each after a space, without creating strings. */
final class NumberParser {
    private final ByteBuffer buffer;
    private final int end;
    private int at;

    NumberParser(ByteBuffer buffer, int start, int end) {
        this.buffer = buffer;
        this.at = start;
        this.end = end;
    }

    /** Whether the line ends after the last number. */
    boolean isAtEnd() {
        return at == end || at == end - 1 && buffer.get(at) == '\r';
    }

    /**
     * The next number; 0 if there is none. A number beyond the signed range wraps around, so numbers are only fit
     * for equality.
     */
    long next() {
        at++;
        long number = 0;
        while (at < end && Character.isDigit(buffer.get(at))) {
            number = number * 10 + buffer.get(at++) - '0';
        }
        return number;
    }
}
