package dev.larder.redis.command;

import dev.larder.redis.keyspace.SlotHashTags;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.args.Rawable;
import redis.clients.jedis.util.JedisClusterCRC16;

/** One command on its way to the server. */
public class Request {
    private final CommandArguments arguments;

    Request(CommandArguments arguments) {
        this.arguments = arguments;
    }

    public CommandArguments arguments() {
        return arguments;
    }

    /** What to send if the server does not know the script; the same for anything that is no script. */
    public Request spelledOut() {
        return this;
    }

    /** About how many bytes it is. */
    public long bytes() {
        long bytes = 0;
        for (Rawable each : arguments) {
            bytes += each.getRaw().length;
        }
        return bytes;
    }

    /** The slot of a cluster that its keys lie in; any if it has none. */
    public int slot() {
        List<Object> keys = arguments.getKeys();
        return keys.isEmpty()
                ? ThreadLocalRandom.current().nextInt(SlotHashTags.SLOTS)
                : JedisClusterCRC16.getSlot((byte[]) keys.get(0));
    }

    /** Whether an answer is of the kind that its command gives. */
    boolean admits(@Nullable Object answer) {
        return switch ((Command) arguments.getCommand()) {
            case GET, GETDEL, SET -> answer == null || answer instanceof byte[];
            case MGET ->
                answer instanceof List<?> list
                        && list.size() == arguments.getKeys().size();
            case TIME, SCAN -> answer instanceof List<?> list && list.size() == 2;
            case UNLINK -> answer instanceof Long;
            default -> true;
        };
    }

    /** Whether it changes nothing, so that it may be sent again if a connection turns out to be dead. */
    public boolean isHarmless() {
        return switch ((Command) arguments.getCommand()) {
            case GET, MGET, TIME, SCAN, PING -> true;
            default -> false;
        };
    }
}
