package dev.larder.benchmarks.tags;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;

/** Larder's client alone: one {@code MGET} of as many keys, ready-made, and as many bytes as an entry takes with its tags. */
final class RedisKeys implements Way {
    private final RedisClient client;
    private final Map<String, byte[][]> keys = new HashMap<>();

    RedisKeys(String address) {
        client = RedisClient.builder().fromURI(URI.create(address)).build();
    }

    private static byte[] bytes(String key) {
        return ("raw:" + key).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte @Nullable [] get(String key) {
        return client.mget(keys.get(key)).get(0);
    }

    @Override
    public void put(String key, byte[] value, Set<String> tags) {
        byte[][] all = Stream.concat(Stream.of(key, "stamp"), tags.stream().map(each -> '#' + each))
                .map(RedisKeys::bytes)
                .toArray(byte[][]::new);
        client.set(all[0], Arrays.copyOf(value, Way.recordSize(value, tags)));
        for (int i = 1; i < all.length; i++) {
            client.set(all[i], new byte[Long.BYTES]);
        }
        keys.put(key, all);
    }

    @Override
    public boolean isOnlyRead() {
        return true;
    }

    @Override
    public void close() {
        client.close();
    }
}
