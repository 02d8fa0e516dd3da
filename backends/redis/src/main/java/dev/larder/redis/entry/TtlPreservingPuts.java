package dev.larder.redis.entry;

import dev.larder.redis.command.RedisFailure;
import dev.larder.redis.command.Request;
import dev.larder.redis.command.ServerTtl;
import dev.larder.redis.connection.CommandExecutor;
import dev.larder.redis.connection.Script;
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
        resolve(key, next, now, NOTHING, commandExecutor.send(request(key, next, now, NOTHING)));
    }

    /** One pipeline per server for all entries. */
    public void putAll(Map<ByteKey, ByteEntry> entries, long now) {
        List<Request> requests = new ArrayList<>(entries.size());
        entries.forEach((key, next) -> requests.add(request(key, next, now, NOTHING)));
        List<@Nullable Object> answers = requests.isEmpty() ? List.of() : commandExecutor.sendAll(requests);
        int i = 0;
        for (Map.Entry<ByteKey, ByteEntry> each : entries.entrySet()) {
            resolve(each.getKey(), each.getValue(), now, NOTHING, answers.get(i++));
        }
    }

    /** Returns the previous entry; null if there was none. One round trip. */
    public @Nullable ByteEntry swap(ByteKey key, ByteEntry next, long now) {
        List<?> answer = resolve(key, next, now, GET, commandExecutor.send(request(key, next, now, GET)));
        return ClearStampField.entryOf(answer.get(0), answer.get(1));
    }

    private Request request(ByteKey key, ByteEntry next, long now, byte[] get) {
        int bucket = keyspace.bucket(key);
        byte[] stamp = stamps.hint(bucket);
        long until = serverTtl.of(next.expiry());
        return SCRIPT.call(
                List.of(keyspace.entryKey(key), keyspace.stampKey(bucket)),
                stamp,
                ClearStampField.stamped(stamp, next),
                until == ServerTtl.UNLIMITED ? NOTHING : number(until),
                number(now),
                get);
    }

    private List<?> resolve(ByteKey key, ByteEntry next, long now, byte[] get, @Nullable Object first) {
        int bucket = keyspace.bucket(key);
        Object answer = first;
        for (int i = 0; i < ATTEMPTS; i++) {
            if (answer instanceof List<?> done) {
                stamps.observe(bucket, done.get(0));
                return done;
            }
            stamps.ensureStamp(bucket);
            answer = commandExecutor.send(request(key, next, now, get));
        }
        throw new RedisFailure("the cache's stamp is lost again and again: is the server out of memory?", null);
    }

    private static byte[] number(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }
}
