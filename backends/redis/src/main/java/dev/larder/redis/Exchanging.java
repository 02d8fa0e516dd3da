package dev.larder.redis;

import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exchanges by a script that looks at a record's head alone, so that its cost does not grow with the value. */
final class Exchanging {
    private static final Script SCRIPT = Script.named("exchange");
    private static final byte[] NOTHING = {};

    /** Scripts that travel together: the server does nothing else for others between them but wait its turn. */
    private static final int MOST = 500;

    private static final int ATTEMPTS = 16;

    private final Wire wire;
    private final Keyspace keyspace;
    private final Stamps stamps;
    private final Lifespan lifespan;

    Exchanging(Wire wire, Keyspace keyspace, Stamps stamps, Lifespan lifespan) {
        this.wire = wire;
        this.keyspace = keyspace;
        this.stamps = stamps;
        this.lifespan = lifespan;
    }

    @Nullable
    ByteEntry one(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        return witness(new Exchange<>(key, expected, next), wire.one(request(key, expected, next)));
    }

    List<@Nullable ByteEntry> all(List<Exchange<ByteKey, ByteEntry>> exchanges) {
        List<@Nullable ByteEntry> witnesses = new ArrayList<>(exchanges.size());
        for (int from = 0; from < exchanges.size(); from += MOST) {
            List<Exchange<ByteKey, ByteEntry>> some = exchanges.subList(from, Math.min(exchanges.size(), from + MOST));
            List<Request> requests = new ArrayList<>(some.size());
            some.forEach(each -> requests.add(request(each.key(), each.expected(), each.next())));
            List<@Nullable Object> answers = wire.all(requests);
            for (int i = 0; i < some.size(); i++) {
                witnesses.add(witness(some.get(i), answers.get(i)));
            }
        }
        return witnesses;
    }

    private Request request(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        int bucket = keyspace.bucket(key);
        byte[] stamp = next == null ? NOTHING : stamps.hint(bucket);
        return SCRIPT.call(
                List.of(keyspace.entry(key), keyspace.stamp(bucket)),
                stamp,
                expected == null ? NOTHING : Seal.ofLong(expected.version()),
                next == null ? NOTHING : Seal.sealed(stamp, next),
                next == null ? NOTHING : until(next));
    }

    private byte[] until(ByteEntry next) {
        long until = lifespan.of(next);
        return until == Lifespan.UNLIMITED ? NOTHING : Long.toString(until).getBytes(StandardCharsets.US_ASCII);
    }

    private @Nullable ByteEntry witness(Exchange<ByteKey, ByteEntry> exchange, @Nullable Object first) {
        int bucket = keyspace.bucket(exchange.key());
        Object answer = first;
        for (int i = 0; i < ATTEMPTS; i++) {
            if (answer instanceof byte[] stamp) {
                stamps.saw(bucket, stamp);
                return exchange.expected();
            }
            if (answer instanceof List<?> found) {
                stamps.saw(bucket, found.get(0));
                return Seal.opened(found.get(0), found.get(1));
            }
            stamps.renewed(bucket);
            answer = wire.one(request(exchange.key(), exchange.expected(), exchange.next()));
        }
        throw new RedisFailure("the cache's stamp is lost again and again: is the server out of memory?", null);
    }
}
