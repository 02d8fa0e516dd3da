package dev.larder.benchmarks.redis;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.SetParams;

/** Plain commands by the client that Larder uses, from a pool of the same size. */
final class JedisPeer implements Peer {
    private final RedisClient client;

    JedisPeer(RedisClient client) {
        this.client = client;
    }

    static byte[] bytes(String key) {
        return ("raw:" + key).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte @Nullable [] get(String key) {
        return client.get(bytes(key));
    }

    @Override
    public void put(String key, byte[] value) {
        client.set(bytes(key), value);
    }

    @Override
    public int getAll(Set<String> keys) {
        return (int) client.mget(keys.stream().map(JedisPeer::bytes).toArray(byte[][]::new)).stream()
                .filter(Objects::nonNull)
                .count();
    }

    @Override
    public boolean putIfAbsent(String key, byte[] value) {
        return client.set(bytes(key), value, SetParams.setParams().nx()) != null;
    }

    @Override
    public void invoke(String key) {
        throw new UnsupportedOperationException("plain commands have no such thing");
    }

    @Override
    public boolean canInvoke() {
        return false;
    }

    @Override
    public void close() {
        client.close();
    }
}
