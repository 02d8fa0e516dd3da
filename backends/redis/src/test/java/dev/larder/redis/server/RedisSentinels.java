package dev.larder.redis.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;

/** A master, a replica, and sentinels who put the one in the other's place. */
public final class RedisSentinels implements AutoCloseable {
    private static final String NAME = "shop";
    private static final int ATTEMPTS = 3;
    private static final int SENTINELS = 3;
    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final RedisServer master;
    private final RedisServer replica;
    private final List<RedisServer> sentinels;

    private RedisSentinels() {
        master = RedisServer.start("--repl-diskless-sync-delay", "0");
        replica = RedisServer.start("--replicaof", "127.0.0.1 " + master.port());
        sentinels = Stream.generate(this::sentinel).limit(SENTINELS).collect(Collectors.toList());
    }

    /** Starts the servers. Does so again if a stall of the machine makes the sentinels fail over too early. */
    public static RedisSentinels start() {
        for (int attempt = 1; ; attempt++) {
            RedisSentinels all = new RedisSentinels();
            try {
                all.awaitTogether();
                return all;
            } catch (IllegalStateException apart) {
                all.close();
                if (attempt == ATTEMPTS) {
                    throw apart;
                }
            }
        }
    }

    private void awaitTogether() {
        sentinels.forEach(RedisServer::awaitAnswer);
        await(() -> replica.info("replication").contains("master_link_status:up"));
        sentinels.forEach(each -> await(() -> knowsAll(each)));
    }

    private RedisServer sentinel() {
        try {
            Path settings = RedisServer.directory().resolve("sentinel.conf");
            String text = "sentinel monitor {name} 127.0.0.1 {port} 2\n"
                    + "sentinel down-after-milliseconds {name} 500\n"
                    + "sentinel failover-timeout {name} 3000\n";
            Files.writeString(
                    settings, text.replace("{name}", NAME).replace("{port}", Integer.toString(master.port())));
            return RedisServer.at(RedisServer.freePort(), settings.toString(), RedisServer.SENTINEL);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean knowsAll(RedisServer sentinel) {
        try (Jedis own = sentinel.connect()) {
            return own.sentinelReplicas(NAME).size() == 1
                    && own.sentinelSentinels(NAME).size() == SENTINELS - 1;
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TIMEOUT_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("the sentinels do not come together");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** The master at the start. */
    public RedisServer master() {
        return master;
    }

    /** The replica at the start. */
    public RedisServer replica() {
        return replica;
    }

    /** Waits until what the master has is on the replica too. */
    public void awaitReplica() {
        await(() -> offset(replica, "slave_repl_offset:").equals(offset(master, "master_repl_offset:")));
    }

    private static String offset(RedisServer server, String name) {
        return server.info("replication").stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElse("");
    }

    public List<RedisServer> sentinels() {
        return sentinels;
    }

    /** Its address, as in {@code redis-sentinel://127.0.0.1:40001,127.0.0.1:40002/shop}. */
    public String address() {
        return sentinels.stream()
                .map(each -> "127.0.0.1:" + each.port())
                .collect(Collectors.joining(",", "redis-sentinel://", "/" + NAME));
    }

    @Override
    public void close() {
        sentinels.forEach(RedisServer::close);
        replica.close();
        master.close();
    }
}
