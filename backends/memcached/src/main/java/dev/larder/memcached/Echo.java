package dev.larder.memcached;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells an answer to this question from an answer to another one: a number that was never used before, which the
 * server says back. Without it an answer that arrived twice would shift all later ones by one place.
 */
final class Echo extends Reply {
    /** Removes what nobody puts there. Of all commands that say a number back even if they find nothing it is the shortest. */
    private static final String COMMAND = "md larder#echo O";

    private static final AtomicLong LAST = new AtomicLong();

    private final String number = Long.toString(LAST.incrementAndGet());

    void ask(Wording wording) {
        wording.word(COMMAND).word(number).end();
    }

    @Override
    boolean take(ByteBuffer buffer) {
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
