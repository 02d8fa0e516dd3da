package dev.larder.benchmarks.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plain commands by the other common client: one connection that all threads share, as it advises. */
final class LettucePeer implements Peer {
    private final RedisClient client;
    private final StatefulRedisConnection<byte[], byte[]> connection;

    LettucePeer(String address) {
        client = RedisClient.create(address);
        connection = client.connect(ByteArrayCodec.INSTANCE);
    }

    @Override
    public byte @Nullable [] get(String key) {
        return connection.sync().get(JedisPeer.bytes(key));
    }

    @Override
    public void put(String key, byte[] value) {
        connection.sync().set(JedisPeer.bytes(key), value);
    }

    @Override
    public int getAll(Set<String> keys) {
        byte[][] keyBytes = keys.stream().map(JedisPeer::bytes).toArray(byte[][]::new);
        return (int) connection.sync().mget(keyBytes).stream()
                .filter(each -> each.hasValue())
                .count();
    }

    @Override
    public boolean putIfAbsent(String key, byte[] value) {
        return connection.sync().set(JedisPeer.bytes(key), value, SetArgs.Builder.nx()) != null;
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
        connection.close();
        client.shutdown();
    }
}
