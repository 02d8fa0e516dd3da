package dev.larder.redis.connection;

import dev.larder.redis.command.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * A Lua script from the class path. It is called by its hash; the text is sent only to a server that does not
 * know it.
 */
public final class Script {
    private final byte[] text;
    private final byte[] hash;

    private Script(byte[] text) {
        this.text = text;
        this.hash = HexFormat.of().formatHex(sha1(text)).getBytes(StandardCharsets.US_ASCII);
    }

    public static Script named(String name) {
        try (InputStream resource = Script.class.getResourceAsStream(name + ".lua")) {
            if (resource == null) {
                throw new IllegalStateException("script " + name + ".lua is not on the class path");
            }
            return new Script(resource.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Request call(List<byte[]> keys, byte[]... arguments) {
        return new Request(arguments(Command.EVALSHA, hash, keys, arguments)) {
            @Override
            public Request withScriptText() {
                return new Request(Script.arguments(Command.EVAL, text, keys, arguments));
            }
        };
    }

    private static CommandArguments arguments(Command command, byte[] script, List<byte[]> keys, byte[]... arguments) {
        CommandArguments all = new CommandArguments(command).add(script).add(keys.size());
        keys.forEach(all::key);
        for (byte[] argument : arguments) {
            all.add(argument);
        }
        return all;
    }

    private static byte[] sha1(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JVM has no SHA-1", missing);
        }
    }
}
