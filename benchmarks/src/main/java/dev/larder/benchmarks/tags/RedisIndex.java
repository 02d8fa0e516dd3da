package dev.larder.benchmarks.tags;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.RedisClient;

/** Larder's client with a Redis set of keys for each tag, as one writes it by hand: {@code SADD}, {@code SMEMBERS}, {@code DEL}. */
final class RedisIndex implements Way {
    private static final int AT_ONCE = 1_000;

    private final RedisClient client;

    RedisIndex(String address) {
        client = RedisClient.builder().fromURI(URI.create(address)).build();
    }

    @Override
    public byte @Nullable [] get(String key) {
        return client.get(entry(key));
    }

    private static byte[] entry(String key) {
        return ("raw:" + key).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] index(String tag) {
        return ("tag:" + tag).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void put(String key, byte[] value, Set<String> tags) {
        if (tags.isEmpty()) {
            client.set(entry(key), value);
            return;
        }
        try (AbstractPipeline pipeline = client.pipelined()) {
            put(pipeline, key, value, tags);
            pipeline.sync();
        }
    }

    private static void put(AbstractPipeline pipeline, String key, byte[] value, Set<String> tags) {
        pipeline.set(entry(key), value);
        tags.forEach(each -> pipeline.sadd(index(each), entry(key)));
    }

    @Override
    public void fill(String tag, int count, byte[] value) {
        try (AbstractPipeline pipeline = client.pipelined()) {
            for (int i = 0; i < count; i++) {
                put(pipeline, Way.key(tag, i), value, Set.of(tag));
                if (i % AT_ONCE == 0) {
                    pipeline.sync();
                }
            }
            pipeline.sync();
        }
    }

    @Override
    public void invalidate(String tag) {
        List<byte[]> keys = new ArrayList<>(client.smembers(index(tag)));
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            client.del(keys.subList(from, Math.min(keys.size(), from + AT_ONCE)).toArray(byte[][]::new));
        }
        client.del(index(tag));
    }

    @Override
    public void close() {
        client.close();
    }
}
