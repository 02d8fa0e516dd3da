package dev.larder.redis.server;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redis.clients.jedis.Jedis;

/**
 * What the server itself counts: how often it found something to read (a round trip each, as long as what
 * is sent is small), and which commands it carried out, those of scripts included.
 */
public final class Trips implements AutoCloseable {
    private static final String READS = "total_reads_processed:";
    private static final String COMMAND = "cmdstat_";

    private final Jedis own;

    public Trips(RedisServer server) {
        own = server.connect();
        own.ping();
    }

    /** The round trips of some work. */
    public long of(Runnable work) {
        long before = reads();
        work.run();
        // The last INFO itself is read too.
        return reads() - before - 1;
    }

    /** The commands that some work made the server carry out, with their numbers. */
    public Map<String, Long> commandsOf(Runnable work) {
        Map<String, Long> before = commands();
        work.run();
        Map<String, Long> after = commands();
        before.forEach((name, calls) -> after.merge(name, -calls, Long::sum));
        after.values().removeIf(calls -> calls == 0);
        after.remove("info");
        return after;
    }

    private long reads() {
        return lines("stats").stream()
                .filter(line -> line.startsWith(READS))
                .mapToLong(line -> Long.parseLong(line.substring(READS.length())))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Long> commands() {
        Map<String, Long> calls = new TreeMap<>();
        for (String line : lines("commandstats")) {
            if (line.startsWith(COMMAND)) {
                String name = line.substring(COMMAND.length(), line.indexOf(':'));
                calls.put(name, Long.parseLong(line.substring(line.indexOf("calls=") + 6, line.indexOf(','))));
            }
        }
        return calls;
    }

    private List<String> lines(String section) {
        return own.info(section).lines().toList();
    }

    @Override
    public void close() {
        own.close();
    }
}
