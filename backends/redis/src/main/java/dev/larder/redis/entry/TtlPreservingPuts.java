package dev.larder.redis.entry;

import dev.larder.redis.command.RedisFailure;
import dev.larder.redis.command.Request;
import dev.larder.redis.command.Requests;
import dev.larder.redis.command.ServerTtl;
import dev.larder.redis.connection.Commands;
import dev.larder.redis.connection.Script;
import dev.larder.redis.keyspace.Keyspace;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Write;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    /** Scripts in one pipeline. */
    private static final int MAX_PIPELINED = 500;

    private final Commands commands;
    private final Keyspace keyspace;
    private final ClearStamps stamps;
    private final ServerTtl serverTtl;

    public TtlPreservingPuts(Commands commands, Keyspace keyspace, ClearStamps stamps, ServerTtl serverTtl) {
        this.commands = commands;
        this.keyspace = keyspace;
        this.stamps = stamps;
        this.serverTtl = serverTtl;
    }

    /** One round trip per server for each 500 writes. {@code now} is in milliseconds since the epoch. */
    public void putAll(List<Write> writes, long now) {
        for (int from = 0; from < writes.size(); from += MAX_PIPELINED) {
            putSome(writes.subList(from, Math.min(writes.size(), from + MAX_PIPELINED)), now);
        }
    }

    private void putSome(List<Write> writes, long now) {
        List<Request> requests = new ArrayList<>(writes.size());
        for (Write each : writes) {
            ByteEntry next = each.next();
            requests.add(
                    next == null
                            ? Requests.unlink(keyspace.entryKey(each.key()))
                            : request(each.key(), next, now, NOTHING));
        }
        List<@Nullable Object> answers = commands.sendAll(requests);
        for (int i = 0; i < writes.size(); i++) {
            ByteEntry next = writes.get(i).next();
            if (next != null) {
                resolve(writes.get(i).key(), next, now, NOTHING, answers.get(i));
            }
        }
    }

    /** Returns the previous entry; null if there was none. One round trip. */
    public @Nullable ByteEntry swap(ByteKey key, ByteEntry next, long now) {
        List<?> answer = resolve(key, next, now, GET, commands.send(request(key, next, now, GET)));
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
            answer = commands.send(request(key, next, now, get));
        }
        throw new RedisFailure("the cache's stamp is lost again and again: is the server out of memory?", null);
    }

    private static byte[] number(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }
}
