package dev.larder.redis.server;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs a program beside a server of its own: the class with {@code main}, then its arguments, in which
 * {@code {redis}} stands for the server's address, or {@code {redis-cluster}} for that of a cluster.
 */
public final class WithServer {
    private static final String SINGLE = "{redis}";
    private static final String CLUSTER = "{redis-cluster}";

    private WithServer() {}

    public static void main(String... arguments) throws Exception {
        if (Arrays.stream(arguments).anyMatch(each -> each.contains(CLUSTER))) {
            RedisCluster cluster = RedisCluster.start();
            run(cluster, CLUSTER, cluster.address(), arguments);
        } else {
            RedisServer server = RedisServer.start();
            run(server, SINGLE, server.address(), arguments);
        }
    }

    private static void run(AutoCloseable servers, String name, String address, String... arguments) throws Exception {
        String[] passed = Arrays.stream(arguments)
                .skip(1)
                .map(each -> each.replace(name, address))
                .toArray(String[]::new);
        try (servers) {
            Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) passed);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException(arguments[0] + " failed", failure.getCause());
        }
    }
}
