package dev.larder.memcached.protocol;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Verifies that an answer belongs to its request: the server echoes a number that was never used before. Without
 * it, a duplicated answer would shift all later ones by one place.
 */
public final class EchoCheck extends Reply {
    /**
     * Removes an item that is never stored. This is the shortest command that echoes a number even if it finds
     * nothing.
     */
    private static final String COMMAND = "md larder#echo O";

    private static final AtomicLong LAST = new AtomicLong();

    private final String number = Long.toString(LAST.incrementAndGet());

    public void appendTo(CommandBuffer commandBuffer) {
        commandBuffer.word(COMMAND).word(number).end();
    }

    @Override
    public boolean parse(ByteBuffer buffer) {
        String line = line(buffer);
        if (line == null) {
            return false;
        }
        if (!isRefusal(line) && !line.equals("NF O" + number) && !line.equals("HD O" + number)) {
            throw unexpectedLine(line);
        }
        return true;
    }
}
