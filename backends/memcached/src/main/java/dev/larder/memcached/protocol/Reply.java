package dev.larder.memcached.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a server answers to one command, taken in as it arrives. */
public abstract class Reply {
    private static final int LONGEST_WORD = 20;

    private @Nullable String refusal;

    /** Takes what there is; whether that was the end of this reply. */
    public abstract boolean take(ByteBuffer buffer);

    /** What the server said if it would not do it at all; null otherwise. */
    public final @Nullable String refusal() {
        return refusal;
    }

    /** Whether a line is an error, which ends any reply. */
    final boolean isRefusal(String line) {
        if (line.equals("ERROR") || line.startsWith("CLIENT_ERROR") || line.startsWith("SERVER_ERROR")) {
            refusal = line;
            return true;
        }
        return false;
    }

    /** What to throw at a line that is no answer to what was asked. Never says what it is: it may hold a value. */
    static IllegalStateException misplaced(String line) {
        String first = line.substring(0, Math.min(line.length(), LONGEST_WORD)).split(" ", 2)[0];
        return new IllegalStateException(
                first.chars().allMatch(each -> each >= 'A' && each <= 'Z' || each == '_')
                        ? "a line that begins with '" + first + "' where none is expected"
                        : "bytes that are no answer");
    }

    /** The next line without its end; null as long as it is not there in full. */
    static @Nullable String line(ByteBuffer buffer) {
        int start = buffer.position();
        for (int i = start; i < buffer.limit(); i++) {
            if (buffer.get(i) == '\n') {
                byte[] line = new byte[i - start];
                buffer.get(line).get();
                int length = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
                return new String(line, 0, length, StandardCharsets.ISO_8859_1);
            }
        }
        return null;
    }
}
