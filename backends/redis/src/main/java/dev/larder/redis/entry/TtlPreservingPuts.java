package dev.larder.redis.entry;

import dev.larder.redis.RedisFailure;
import dev.larder.redis.ServerTtl;
import dev.larder.redis.command.CommandExecutor;
import dev.larder.redis.command.Request;
import dev.larder.redis.command.Script;
import dev.larder.redis.keyspace.Keyspace;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts that keep the lifetime of the entry they replace. A script does this, because only the server knows the
 * current lifetime.
 */
public final class TtlPreservingPuts {
    private static final Script SCRIPT = Script.named("keep");
    private static final byte[] NOTHING = {};
    private static final byte[] GET = {'G', 'E', 'T'};
    private static final int ATTEMPTS = 16;

    private final CommandExecutor commandExecutor;
    private final Keyspace keyspace;
    private final ClearStamps stamps;
    private final ServerTtl serverTtl;

    public TtlPreservingPuts(
            CommandExecutor commandExecutor, Keyspace keyspace, ClearStamps stamps, ServerTtl serverTtl) {
        this.commandExecutor = commandExecutor;
        this.keyspace = keyspace;
        this.stamps = stamps;
        this.serverTtl = serverTtl;
    }

    /** One round trip. {@code now} is in milliseconds since the epoch. */
    public void put(ByteKey key, ByteEntry next, long now) {
        answered(key, next, now, NOTHING, commandExecutor.one(request(key, next, now, NOTHING)));
    }

    /** One pipeline per server for all entries. */
    public void putAll(Map<ByteKey, ByteEntry> entries, long now) {
        List<Request> requests = new ArrayList<>(entries.size());
        entries.forEach((key, next) -> requests.add(request(key, next, now, NOTHING)));
        List<@Nullable Object> answers = requests.isEmpty() ? List.of() : commandExecutor.all(requests);
        int i = 0;
        for (Map.Entry<ByteKey, ByteEntry> each : entries.entrySet()) {
            answered(each.getKey(), each.getValue(), now, NOTHING, answers.get(i++));
        }
    }

    /** Returns the previous entry; null if there was none. One round trip. */
    public @Nullable ByteEntry swap(ByteKey key, ByteEntry next, long now) {
        List<?> answer = answered(key, next, now, GET, commandExecutor.one(request(key, next, now, GET)));
        return ClearStampField.opened(answer.get(0), answer.get(1));
    }

    private Request request(ByteKey key, ByteEntry next, long now, byte[] get) {
        int bucket = keyspace.bucket(key);
        byte[] stamp = stamps.hint(bucket);
        long until = serverTtl.of(next.expiry());
        return SCRIPT.call(
                List.of(keyspace.entry(key), keyspace.stamp(bucket)),
                stamp,
                ClearStampField.sealed(stamp, next),
                until == ServerTtl.UNLIMITED ? NOTHING : number(until),
                number(now),
                get);
    }

    private List<?> answered(ByteKey key, ByteEntry next, long now, byte[] get, @Nullable Object first) {
        int bucket = keyspace.bucket(key);
        Object answer = first;
        for (int i = 0; i < ATTEMPTS; i++) {
            if (answer instanceof List<?> done) {
                stamps.saw(bucket, done.get(0));
                return done;
            }
            stamps.renewed(bucket);
            answer = commandExecutor.one(request(key, next, now, get));
        }
        throw new RedisFailure("the cache's stamp is lost again and again: is the server out of memory?", null);
    }

    private static byte[] number(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }
}
