package dev.larder.redis.entry;

import dev.larder.redis.command.RedisFailure;
import dev.larder.redis.command.Request;
import dev.larder.redis.command.ServerTtl;
import dev.larder.redis.connection.Commands;
import dev.larder.redis.connection.Script;
import dev.larder.redis.keyspace.Keyspace;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Write;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges by a script. The script compares only the header of a record, so a comparison does not depend on the
 * size of the value.
 */
public final class EntryExchanges {
    private static final Script SCRIPT = Script.named("exchange");
    private static final byte[] NOTHING = {};

    /** Scripts in one pipeline. The server serves other clients only between pipelines, so this limits their wait. */
    private static final int MAX_PIPELINED = 500;

    private static final int ATTEMPTS = 16;

    private final Commands commands;
    private final Keyspace keyspace;
    private final ClearStamps stamps;
    private final ServerTtl serverTtl;

    public EntryExchanges(Commands commands, Keyspace keyspace, ClearStamps stamps, ServerTtl serverTtl) {
        this.commands = commands;
        this.keyspace = keyspace;
        this.stamps = stamps;
        this.serverTtl = serverTtl;
    }

    /** The witnesses in order. One round trip for each 500 exchanges. */
    public List<@Nullable ByteEntry> exchangeAll(List<Write> exchanges) {
        if (exchanges.size() == 1) {
            Write only = exchanges.get(0);
            return Collections.singletonList(witness(only, commands.send(request(only))));
        }
        List<@Nullable ByteEntry> witnesses = new ArrayList<>(exchanges.size());
        for (int from = 0; from < exchanges.size(); from += MAX_PIPELINED) {
            List<Write> some = exchanges.subList(from, Math.min(exchanges.size(), from + MAX_PIPELINED));
            List<@Nullable Object> answers =
                    commands.sendAll(some.stream().map(this::request).toList());
            for (int i = 0; i < some.size(); i++) {
                witnesses.add(witness(some.get(i), answers.get(i)));
            }
        }
        return witnesses;
    }

    private Request request(Write exchange) {
        ByteKey key = exchange.key();
        ByteEntry expected = exchange.expected();
        ByteEntry next = exchange.next();
        int bucket = keyspace.bucket(key);
        byte[] stamp = next == null ? NOTHING : stamps.hint(bucket);
        List<byte[]> keys = List.of(keyspace.entryKey(key), keyspace.stampKey(bucket));
        byte[] version = expected == null ? NOTHING : ClearStampField.ofLong(expected.version());
        byte[] record = next == null ? NOTHING : ClearStampField.stamped(stamp, next);
        byte[] until = next == null ? NOTHING : until(next);
        return exchange.event().length == 0
                ? SCRIPT.call(keys, stamp, version, record, until)
                : SCRIPT.call(keys, stamp, version, record, until, exchange.event(), keyspace.channel());
    }

    private byte[] until(ByteEntry next) {
        long until = serverTtl.of(next);
        return until == ServerTtl.UNLIMITED ? NOTHING : Long.toString(until).getBytes(StandardCharsets.US_ASCII);
    }

    private @Nullable ByteEntry witness(Write exchange, @Nullable Object first) {
        int bucket = keyspace.bucket(exchange.key());
        Object answer = first;
        for (int i = 0; i < ATTEMPTS; i++) {
            if (answer instanceof byte[] stamp) {
                stamps.observe(bucket, stamp);
                return exchange.expected();
            }
            if (answer instanceof List<?> found) {
                stamps.observe(bucket, found.get(0));
                return ClearStampField.entryOf(found.get(0), found.get(1));
            }
            stamps.ensureStamp(bucket);
            answer = commands.send(request(exchange));
        }
        throw new RedisFailure("the cache's stamp is lost again and again: is the server out of memory?", null);
    }
}
