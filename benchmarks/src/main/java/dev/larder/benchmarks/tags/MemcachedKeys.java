package dev.larder.benchmarks.tags;

import dev.larder.benchmarks.memcached.PlainBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import net.rubyeye.xmemcached.GetsResponse;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;
import net.rubyeye.xmemcached.exception.MemcachedException;
import org.jspecify.annotations.Nullable;

/** Larder's client alone: one {@code gets} of as many keys, and as many bytes as an entry takes with its tags. */
final class MemcachedKeys implements Way {
    private final MemcachedClient client;
    private final PlainBytes plain = new PlainBytes();
    private final Map<String, List<String>> keys = new HashMap<>();

    MemcachedKeys(String address) {
        try {
            client = new XMemcachedClientBuilder(URI.create(address).getAuthority()).build();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a client does, with all that it declares to throw. */
    private interface Errand<T> {
        T run() throws TimeoutException, InterruptedException, MemcachedException;
    }

    private static <T> T done(Errand<T> errand) {
        try {
            return errand.run();
        } catch (TimeoutException | InterruptedException | MemcachedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public byte @Nullable [] get(String key) {
        List<String> all = Objects.requireNonNull(keys.get(key));
        GetsResponse<byte[]> entry = done(() -> client.gets(all, plain)).get(all.get(0));
        return entry == null ? null : entry.getValue();
    }

    @Override
    public void put(String key, byte[] value, Set<String> tags) {
        List<String> all = Stream.concat(Stream.of(key, "stamp"), tags.stream().map(each -> '#' + each))
                .map(each -> "raw:" + each)
                .toList();
        done(() -> client.set(all.get(0), 0, Arrays.copyOf(value, Way.recordSize(value, tags)), plain));
        all.stream().skip(1).forEach(each -> done(() -> client.set(each, 0, new byte[Long.BYTES], plain)));
        keys.put(key, all);
    }

    @Override
    public boolean isOnlyRead() {
        return true;
    }

    @Override
    public void close() {
        try {
            client.shutdown();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
