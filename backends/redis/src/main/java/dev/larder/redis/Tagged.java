package dev.larder.redis;

import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Exchange;
import dev.larder.spi.Stamped;
import dev.larder.spi.StampedAll;
import dev.larder.spi.TagQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The verbs that bring the stamps of tags along: the plain ones, with the question for the stamps as luggage. */
final class Tagged {
    private static final byte[] SILENCE = {};
    private static final int MOST_TOGETHER = Reading.MOST - 1;

    private final Wire wire;
    private final Keyspace keyspace;
    private final BucketStamps stamps;
    private final Lifespan lifespan;
    private final TagStamps tags;

    Tagged(Wire wire, Keyspace keyspace, BucketStamps stamps, Lifespan lifespan, TagStamps tags) {
        this.wire = wire;
        this.keyspace = keyspace;
        this.stamps = stamps;
        this.lifespan = lifespan;
        this.tags = tags;
    }

    private Luggage luggage(TagQuery query) {
        return new Luggage(wire, tags.requests(query));
    }

    private Reading reading(Luggage luggage) {
        return new Reading(luggage, keyspace, stamps, false);
    }

    private Writing writing(Luggage luggage) {
        return new Writing(luggage, keyspace, stamps, lifespan);
    }

    private Exchanging exchanging(Luggage luggage) {
        return new Exchanging(luggage, keyspace, stamps, lifespan);
    }

    private static long[] stamps(TagQuery query, Luggage luggage) {
        return TagStamps.stamps(query, luggage.answers());
    }

    Stamped read(ByteKey key, TagQuery query) {
        boolean together = keyspace.buckets() == 1 && !query.proposes();
        return together && query.tags().size() < MOST_TOGETHER ? readTogether(key, query) : readApart(key, query);
    }

    // Everything lies on one server: one command from the start, not put together from those for each.
    private Stamped readTogether(ByteKey key, TagQuery query) {
        List<byte[]> keys = new ArrayList<>(query.tags().size() + 2);
        keys.add(keyspace.stamp(0));
        keys.add(keyspace.entry(key));
        query.tags().forEach(tag -> keys.add(tags.key(tag)));
        List<?> found = Answers.list(wire.one(Requests.getAll(keys)));
        stamps.saw(0, found.get(0));
        ByteEntry entry = Seal.opened(found.get(0), found.get(1));
        return new Stamped(entry, TagStamps.stamps(query, found.subList(2, found.size())));
    }

    private Stamped readApart(ByteKey key, TagQuery query) {
        Luggage luggage = luggage(query);
        ByteEntry found = reading(luggage).one(key);
        return new Stamped(found, stamps(query, luggage));
    }

    StampedAll readAll(List<ByteKey> keys, TagQuery query) {
        Luggage luggage = luggage(query);
        List<@Nullable ByteEntry> found = reading(luggage).all(keys);
        return new StampedAll(found, stamps(query, luggage));
    }

    Stamped exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next, TagQuery query) {
        Luggage luggage = luggage(query);
        ByteEntry witness = exchanging(luggage).one(key, expected, next, SILENCE);
        return new Stamped(witness, stamps(query, luggage));
    }

    StampedAll exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, TagQuery query) {
        Luggage luggage = luggage(query);
        List<@Nullable ByteEntry> witnesses =
                exchanging(luggage).all(exchanges, Collections.nCopies(exchanges.size(), SILENCE));
        return new StampedAll(witnesses, stamps(query, luggage));
    }

    Stamped swap(ByteKey key, @Nullable ByteEntry next, TagQuery query) {
        Luggage luggage = luggage(query);
        ByteEntry before = writing(luggage).swap(key, next);
        return new Stamped(before, stamps(query, luggage));
    }

    long[] put(ByteKey key, ByteEntry next, TagQuery query) {
        Luggage luggage = luggage(query);
        writing(luggage).put(key, next);
        return stamps(query, luggage);
    }

    long[] putAll(Map<ByteKey, ByteEntry> entries, TagQuery query) {
        Luggage luggage = luggage(query);
        writing(luggage).putAll(entries);
        return stamps(query, luggage);
    }
}
