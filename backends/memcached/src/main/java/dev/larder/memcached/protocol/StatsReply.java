package dev.larder.memcached.protocol;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** The reply to {@code stats}: names and values. */
public final class StatsReply extends Reply {
    private final Map<String, String> values = new HashMap<>();

    @Override
    public boolean parse(ByteBuffer buffer) {
        for (String line = line(buffer); line != null; line = line(buffer)) {
            if (line.equals("END") || isRefusal(line)) {
                return true;
            }
            String[] words = line.split(" ", 3);
            if (!words[0].equals("STAT")) {
                throw unexpectedLine(line);
            }
            if (words.length == 3) {
                values.put(words[1], words[2]);
            }
        }
        return false;
    }

    public Map<String, String> values() {
        return values;
    }
}
