package dev.larder.redis.command;

import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** The commands that Larder sends, apart from scripts, {@code PING} and {@code SUBSCRIBE}. */
public final class Requests {
    private Requests() {}

    public static Request get(byte[] key) {
        return new Request(new CommandArguments(Command.GET).key(key));
    }

    public static Request getAll(List<byte[]> keys) {
        CommandArguments arguments = new CommandArguments(Command.MGET);
        keys.forEach(arguments::key);
        return new Request(arguments);
    }

    public static Request getWithStamp(byte[] key, byte[] stamp) {
        return new Request(new CommandArguments(Command.MGET).key(key).key(stamp));
    }

    public static Request set(byte[] key, byte[] value, long until) {
        return new Request(setArguments(key, value, until));
    }

    /** Returns the previous value. */
    public static Request swap(byte[] key, byte[] value, long until) {
        return new Request(setArguments(key, value, until).add("GET"));
    }

    public static Request setIfAbsent(byte[] key, byte[] value) {
        return setIfAbsent(key, value, ServerTtl.UNLIMITED);
    }

    public static Request setIfAbsent(byte[] key, byte[] value, long until) {
        return new Request(setArguments(key, value, until).add("NX"));
    }

    public static Request getAndDelete(byte[] key) {
        return new Request(new CommandArguments(Command.GETDEL).key(key));
    }

    public static Request unlink(byte[] key) {
        return new Request(new CommandArguments(Command.UNLINK).key(key));
    }

    public static Request time() {
        return new Request(new CommandArguments(Command.TIME));
    }

    /** Allows the next command to reach a slot that is moving to another node. */
    public static Request asking() {
        return new Request(new CommandArguments(Command.ASKING));
    }

    public static Request scan(byte[] cursor, byte[] pattern, int count) {
        return new Request(new CommandArguments(Command.SCAN)
                .add(cursor)
                .add("MATCH")
                .add(pattern)
                .add("COUNT")
                .add(count));
    }

    private static CommandArguments setArguments(byte[] key, byte[] value, long until) {
        CommandArguments set = new CommandArguments(Command.SET).key(key).add(value);
        return until == ServerTtl.UNLIMITED ? set : set.add("PXAT").add(until);
    }
}
