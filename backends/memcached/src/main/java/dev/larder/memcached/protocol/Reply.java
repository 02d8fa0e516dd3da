package dev.larder.memcached.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The reply of a server to one command, parsed as it arrives. */
public abstract class Reply {
    private static final int MAX_QUOTED_LENGTH = 20;

    private @Nullable String refusal;

    /** Reads the available bytes. Returns whether the reply is complete. */
    public abstract boolean parse(ByteBuffer buffer);

    /** The error line of the server; null if there is none. */
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

    /**
     * The exception for a line that does not belong to the request. The message does not quote it, since it may
     * contain a value.
     */
    static IllegalStateException unexpectedLine(String line) {
        String first =
                line.substring(0, Math.min(line.length(), MAX_QUOTED_LENGTH)).split(" ", 2)[0];
        return new IllegalStateException(
                first.chars().allMatch(each -> each >= 'A' && each <= 'Z' || each == '_')
                        ? "a line that begins with '" + first + "' where none is expected"
                        : "bytes that are not a reply");
    }

    /** The next line without its line end; null until the line is complete. */
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
