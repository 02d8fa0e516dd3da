package dev.larder.redis;

import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** The commands that Larder sends, beside its scripts. An operator's ACL needs no others. */
final class Requests {
    private Requests() {}

    static Request get(byte[] key) {
        return new Request(new CommandArguments(Command.GET).key(key));
    }

    static Request getAll(List<byte[]> keys) {
        CommandArguments arguments = new CommandArguments(Command.MGET);
        keys.forEach(arguments::key);
        return new Request(arguments);
    }

    static Request getBoth(byte[] key, byte[] stamp) {
        return new Request(new CommandArguments(Command.MGET).key(key).key(stamp));
    }

    static Request set(byte[] key, byte[] value, long until) {
        return new Request(setting(key, value, until));
    }

    /** Gives what was there before. */
    static Request swap(byte[] key, byte[] value, long until) {
        return new Request(setting(key, value, until).add("GET"));
    }

    static Request setIfAbsent(byte[] key, byte[] value) {
        return setIfAbsent(key, value, Lifespan.UNLIMITED);
    }

    static Request setIfAbsent(byte[] key, byte[] value, long until) {
        return new Request(setting(key, value, until).add("NX"));
    }

    static Request getAndDelete(byte[] key) {
        return new Request(new CommandArguments(Command.GETDEL).key(key));
    }

    static Request unlink(byte[] key) {
        return new Request(new CommandArguments(Command.UNLINK).key(key));
    }

    static Request time() {
        return new Request(new CommandArguments(Command.TIME));
    }

    /** What allows the next command to find a slot that is on its way to another node. */
    static Request asking() {
        return new Request(new CommandArguments(Command.ASKING));
    }

    static Request scan(byte[] cursor, byte[] pattern, int count) {
        return new Request(new CommandArguments(Command.SCAN)
                .add(cursor)
                .add("MATCH")
                .add(pattern)
                .add("COUNT")
                .add(count));
    }

    private static CommandArguments setting(byte[] key, byte[] value, long until) {
        CommandArguments set = new CommandArguments(Command.SET).key(key).add(value);
        return until == Lifespan.UNLIMITED ? set : set.add("PXAT").add(until);
    }
}
