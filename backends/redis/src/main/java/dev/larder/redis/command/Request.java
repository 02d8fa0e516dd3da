package dev.larder.redis.command;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.args.Rawable;
import redis.clients.jedis.util.JedisClusterCRC16;

/** One command to be sent to the server. */
public class Request {
    private final CommandArguments arguments;

    public Request(CommandArguments arguments) {
        this.arguments = arguments;
    }

    public CommandArguments arguments() {
        return arguments;
    }

    /** The request to send if the server does not know the script; this request if it is not a script. */
    public Request withScriptText() {
        return this;
    }

    /** The approximate size in bytes. */
    public long bytes() {
        long bytes = 0;
        for (Rawable each : arguments) {
            bytes += each.getRaw().length;
        }
        return bytes;
    }

    /** The cluster slot of the first key; a random slot if there is no key. */
    public int slot() {
        List<Object> keys = arguments.getKeys();
        return keys.isEmpty()
                ? ThreadLocalRandom.current().nextInt(SlotHashTags.SLOTS)
                : JedisClusterCRC16.getSlot((byte[]) keys.get(0));
    }

    /** Whether the answer has a type that the command can return. */
    boolean accepts(@Nullable Object answer) {
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

    /**
     * Whether the command changes nothing. Such a command may be sent again after a connection turns out to be
     * dead.
     */
    public boolean isReadOnly() {
        return switch ((Command) arguments.getCommand()) {
            case GET, MGET, TIME, SCAN, PING -> true;
            default -> false;
        };
    }
}
