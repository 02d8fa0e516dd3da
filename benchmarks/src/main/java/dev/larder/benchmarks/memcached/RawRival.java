package dev.larder.benchmarks.memcached;

import com.google.code.yanf4j.core.impl.StandardSocketOption;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import net.rubyeye.xmemcached.GetsResponse;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;

/** xmemcached alone, with the buffers that Larder gives it, and as many bytes to carry as Larder makes of a value. */
final class RawRival implements Rival {
    private static final int SOCKET_BUFFER = 256 << 10;

    /** Stamp, header and the codec's word that these are bytes. */
    private static final int OVERHEAD = 8 + 24 + 4;

    private final MemcachedClient client;
    private final PlainBytes plain = new PlainBytes();

    RawRival(String host) throws IOException {
        XMemcachedClientBuilder builder = new XMemcachedClientBuilder(host);
        builder.setSocketOption(StandardSocketOption.SO_SNDBUF, SOCKET_BUFFER);
        builder.setSocketOption(StandardSocketOption.SO_RCVBUF, SOCKET_BUFFER);
        client = builder.build();
    }

    @Override
    public byte[] get(String key) throws Exception {
        return Objects.requireNonNull(client.get("raw:" + key, plain));
    }

    @Override
    public void set(String key, byte[] value) throws Exception {
        client.set("raw:" + key, 0, Arrays.copyOf(value, value.length + OVERHEAD), plain);
    }

    @Override
    public void change(String key, byte[] value) throws Exception {
        byte[] padded = Arrays.copyOf(value, value.length + OVERHEAD);
        GetsResponse<byte[]> read = client.gets("raw:" + key, plain);
        while (!client.cas("raw:" + key, 0, padded, plain, read.getCas())) {
            read = client.gets("raw:" + key, plain);
        }
    }

    @Override
    public int getAll(Set<String> keys) throws Exception {
        return client.get(keys.stream().map(key -> "raw:" + key).toList(), plain)
                .size();
    }

    @Override
    public void close() throws IOException {
        client.shutdown();
    }
}
