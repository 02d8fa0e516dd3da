package dev.larder.memcached.protocol;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells an answer to this question from an answer to another one: a number that was never used before, which the
 * server says back. Without it an answer that arrived twice would shift all later ones by one place.
 */
public final class EchoCheck extends Reply {
    /** Removes what nobody puts there. Of all commands that say a number back even if they find nothing it is the shortest. */
    private static final String COMMAND = "md larder#echo O";

    private static final AtomicLong LAST = new AtomicLong();

    private final String number = Long.toString(LAST.incrementAndGet());

    public void ask(CommandBuffer commandBuffer) {
        commandBuffer.word(COMMAND).word(number).end();
    }

    @Override
    public boolean take(ByteBuffer buffer) {
        String line = line(buffer);
        if (line == null) {
            return false;
        }
        if (!isRefusal(line) && !line.equals("NF O" + number) && !line.equals("HD O" + number)) {
            throw misplaced(line);
        }
        return true;
    }
}
