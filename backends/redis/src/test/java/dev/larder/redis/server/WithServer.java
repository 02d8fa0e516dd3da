package dev.larder.redis.server;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs a program beside a server of its own: the class with {@code main}, then its arguments, in which
 * {@code {redis}} stands for the server's address.
 */
public final class WithServer {
    private WithServer() {}

    public static void main(String... arguments) throws ReflectiveOperationException {
        RedisServer server = RedisServer.start();
        String[] passed = Arrays.stream(arguments)
                .skip(1)
                .map(each -> each.replace("{redis}", server.address()))
                .toArray(String[]::new);
        try {
            Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) passed);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException(arguments[0] + " failed", failure.getCause());
        } finally {
            server.close();
        }
    }
}
