package dev.larder.memcached.server;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Runs a program beside servers of its own: the class with {@code main}, then its arguments, in which {@code
 * {memcached}} stands for the address of one, {@code {three-memcached}} for that of three.
 */
public final class WithServer {
    private static final String ONE = "{memcached}";
    private static final String THREE = "{three-memcached}";

    private WithServer() {}

    public static void main(String... arguments) throws Exception {
        boolean three = Stream.of(arguments).anyMatch(each -> each.contains(THREE));
        try (MemcachedServer one = MemcachedServer.start("-m", "1024");
                ThreeServers others = three ? ThreeServers.start() : null) {
            String[] passed = Arrays.stream(arguments)
                    .skip(1)
                    .map(each -> each.replace(ONE, one.address()))
                    .map(each -> others == null ? each : each.replace(THREE, others.address()))
                    .toArray(String[]::new);
            Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) passed);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException(arguments[0] + " failed", failure.getCause());
        }
    }
}
