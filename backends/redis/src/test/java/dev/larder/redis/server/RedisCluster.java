package dev.larder.redis.server;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.util.JedisClusterCRC16;

/** Three masters that share the slots, without replicas. */
public final class RedisCluster implements AutoCloseable {
    private static final int NODES = 3;
    private static final int SLOTS = 16_384;
    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final List<RedisServer> nodes;

    private RedisCluster(List<RedisServer> nodes) {
        this.nodes = nodes;
    }

    public static RedisCluster start() {
        RedisCluster cluster = new RedisCluster(
                Stream.generate(RedisCluster::node).limit(NODES).collect(Collectors.toList()));
        cluster.nodes.forEach(RedisServer::awaitAnswer);
        cluster.join();
        cluster.awaitHealth();
        return cluster;
    }

    private static RedisServer node() {
        // The bus between nodes has a port of its own; by default one out of reach of high ports.
        return RedisServer.at(
                RedisServer.freePort(),
                "--cluster-enabled",
                "yes",
                "--cluster-port",
                Integer.toString(RedisServer.freePort()),
                "--cluster-node-timeout",
                "1000",
                "--cluster-require-full-coverage",
                "no",
                "--cluster-config-file",
                "nodes.conf");
    }

    private void join() {
        for (int i = 0; i < NODES; i++) {
            try (Jedis node = nodes.get(i).connect()) {
                node.clusterAddSlots(IntStream.range(SLOTS * i / NODES, SLOTS * (i + 1) / NODES)
                        .toArray());
                for (RedisServer other : nodes) {
                    node.sendCommand(
                            redis.clients.jedis.Protocol.Command.CLUSTER,
                            "MEET",
                            "127.0.0.1",
                            Integer.toString(other.port()),
                            other.busPort());
                }
            }
        }
    }

    private void awaitHealth() {
        long end = System.nanoTime() + TIMEOUT_NANOS;
        while (!nodes.stream().allMatch(RedisCluster::isHealthy)) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("the cluster does not come together");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static boolean isHealthy(RedisServer server) {
        try (Jedis node = server.connect()) {
            String info = node.clusterInfo();
            return info.contains("cluster_state:ok")
                    && info.contains("cluster_slots_assigned:" + SLOTS)
                    && info.contains("cluster_known_nodes:" + NODES);
        }
    }

    /** Waits until every node sees every other one. */
    public void awaitAll() {
        awaitHealth();
    }

    /** Moves all slots in which the first node has keys to the second. */
    public void moveSlots() {
        SlotMove move = new SlotMove(nodes.get(0), nodes.get(1));
        try (Jedis first = nodes.get(0).connect()) {
            first.keys("*").stream().map(JedisClusterCRC16::getSlot).distinct().forEach(move::of);
        }
    }

    public List<RedisServer> nodes() {
        return nodes;
    }

    /** Its address, as in {@code redis-cluster://127.0.0.1:40001,127.0.0.1:40002}. */
    public String address() {
        return nodes.stream()
                .map(each -> "127.0.0.1:" + each.port())
                .collect(Collectors.joining(",", "redis-cluster://", ""));
    }

    @Override
    public void close() {
        nodes.forEach(RedisServer::close);
    }
}
