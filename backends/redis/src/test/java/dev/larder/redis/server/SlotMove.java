package dev.larder.redis.server;

import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;

/** Moves a slot from one node of a cluster to another as an operator's tools do: key by key, while all goes on. */
final class SlotMove {
    private static final int KEYS_AT_A_TIME = 3;

    private final RedisServer from;
    private final RedisServer to;

    SlotMove(RedisServer from, RedisServer to) {
        this.from = from;
        this.to = to;
    }

    void of(int slot) {
        try (Jedis giver = from.connect();
                Jedis taker = to.connect()) {
            String number = Integer.toString(slot);
            String takerId = taker.clusterMyId();
            cluster(taker, "SETSLOT", number, "IMPORTING", giver.clusterMyId());
            cluster(giver, "SETSLOT", number, "MIGRATING", takerId);
            List<String> keys = giver.clusterGetKeysInSlot(slot, KEYS_AT_A_TIME);
            while (!keys.isEmpty()) {
                migrate(giver, keys);
                keys = giver.clusterGetKeysInSlot(slot, KEYS_AT_A_TIME);
            }
            cluster(taker, "SETSLOT", number, "NODE", takerId);
            cluster(giver, "SETSLOT", number, "NODE", takerId);
        }
    }

    private void migrate(Jedis giver, List<String> keys) {
        List<String> arguments =
                new ArrayList<>(List.of("127.0.0.1", Integer.toString(to.port()), "", "0", "5000", "KEYS"));
        arguments.addAll(keys);
        giver.sendCommand(Command.MIGRATE, arguments.toArray(String[]::new));
    }

    private static void cluster(Jedis node, String... arguments) {
        node.sendCommand(Command.CLUSTER, arguments);
    }
}
