package dev.larder.memcached.protocol;

import java.nio.ByteBuffer;
import java.util.Set;

/** The one-line reply to a command that changes something. */
public final class StatusReply extends Reply {
    private static final Set<String> KNOWN =
            Set.of("STORED", "NOT_STORED", "EXISTS", "NOT_FOUND", "HD", "NS", "EX", "NF");

    private String line = "";

    @Override
    public boolean parse(ByteBuffer buffer) {
        String next = line(buffer);
        if (next == null) {
            return false;
        }
        if (!isRefusal(next) && !KNOWN.contains(next)) {
            throw unexpectedLine(next);
        }
        line = next;
        return true;
    }

    /** Whether the command was carried out. */
    public boolean succeeded() {
        return line.equals("STORED") || line.equals("HD");
    }

    /** Whether the command was not carried out because there was no item. */
    boolean wasAbsent() {
        return line.equals("NOT_FOUND") || line.equals("NF");
    }

    @Override
    public String toString() {
        return line;
    }
}
