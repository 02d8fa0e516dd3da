package dev.larder.redis.keyspace;

import dev.larder.redis.command.Replies;
import dev.larder.redis.command.Requests;
import dev.larder.redis.connection.CommandExecutor;
import dev.larder.redis.connection.Node;
import dev.larder.spi.ByteKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Lists the keys of a cache with SCAN, one step at a time and one node after another. The server filters out the
 * keys of other applications.
 */
public final class KeyScan {
    private static final byte[] START = {'0'};

    private final Keyspace keyspace;
    private final int count;
    private final Deque<Node> nodes;
    private byte[] cursor = START;

    /**
     * @param count how many keys, of any application, the server visits in one step
     */
    public KeyScan(CommandExecutor commandExecutor, Keyspace keyspace, int count) {
        this.keyspace = keyspace;
        this.count = count;
        this.nodes = new ArrayDeque<>(Node.all(commandExecutor));
    }

    public boolean isDone() {
        return nodes.isEmpty();
    }

    /** The next keys: perhaps none, perhaps some that were returned before. One round trip. */
    public List<ByteKey> step() {
        List<?> answer = Replies.list(nodes.element().send(Requests.scan(cursor, keyspace.pattern(), count)));
        cursor = Replies.bytes(answer.get(0));
        if (Arrays.equals(cursor, START)) {
            nodes.remove();
        }
        List<ByteKey> keys = new ArrayList<>();
        for (Object each : Replies.list(answer.get(1))) {
            ByteKey key = keyspace.keyOf(Replies.bytes(each));
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }
}
