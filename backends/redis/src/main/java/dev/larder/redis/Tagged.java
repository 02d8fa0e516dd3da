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
import java.util.Objects;
import java.util.stream.Stream;
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

    private Luggage luggage(TagTrip trip) {
        return new Luggage(wire, trip.requests());
    }

    private TagTrip trip(TagQuery query, @Nullable ByteEntry next) {
        return tags.trip(query, next == null ? Lifespan.UNLIMITED : lifespan.of(next));
    }

    // The longest counts; those that stay for ever need no more than what is merely used.
    private TagTrip trip(TagQuery query, Stream<@Nullable ByteEntry> next) {
        return tags.trip(
                query,
                next.filter(Objects::nonNull).mapToLong(lifespan::of).max().orElse(Lifespan.UNLIMITED));
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

    private static long[] stamps(TagTrip trip, Luggage luggage) {
        return trip.stamps(luggage.answers());
    }

    Stamped read(ByteKey key, TagQuery query) {
        TagTrip trip = tags.trip(query, Lifespan.UNLIMITED);
        boolean together = keyspace.buckets() == 1 && trip.onlyReads();
        return together && query.tags().size() < MOST_TOGETHER ? readTogether(key, query, trip) : readApart(key, trip);
    }

    // Everything lies on one server: one command from the start, not put together from those for each.
    private Stamped readTogether(ByteKey key, TagQuery query, TagTrip trip) {
        List<byte[]> keys = new ArrayList<>(query.tags().size() + 2);
        keys.add(keyspace.stamp(0));
        keys.add(keyspace.entry(key));
        query.tags().forEach(tag -> keys.add(tags.key(tag)));
        List<?> found = Answers.list(wire.one(Requests.getAll(keys)));
        stamps.saw(0, found.get(0));
        ByteEntry entry = Seal.opened(found.get(0), found.get(1));
        return new Stamped(entry, trip.stamps(found.subList(2, found.size())));
    }

    private Stamped readApart(ByteKey key, TagTrip trip) {
        Luggage luggage = luggage(trip);
        ByteEntry found = reading(luggage).one(key);
        return new Stamped(found, stamps(trip, luggage));
    }

    StampedAll readAll(List<ByteKey> keys, TagQuery query) {
        TagTrip trip = tags.trip(query, Lifespan.UNLIMITED);
        Luggage luggage = luggage(trip);
        List<@Nullable ByteEntry> found = reading(luggage).all(keys);
        return new StampedAll(found, stamps(trip, luggage));
    }

    Stamped exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next, TagQuery query) {
        TagTrip trip = trip(query, next);
        Luggage luggage = luggage(trip);
        ByteEntry witness = exchanging(luggage).one(key, expected, next, SILENCE);
        return new Stamped(witness, stamps(trip, luggage));
    }

    StampedAll exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, TagQuery query) {
        TagTrip trip = trip(query, exchanges.stream().map(Exchange::next));
        Luggage luggage = luggage(trip);
        List<@Nullable ByteEntry> witnesses =
                exchanging(luggage).all(exchanges, Collections.nCopies(exchanges.size(), SILENCE));
        return new StampedAll(witnesses, stamps(trip, luggage));
    }

    Stamped swap(ByteKey key, @Nullable ByteEntry next, TagQuery query) {
        TagTrip trip = trip(query, next);
        Luggage luggage = luggage(trip);
        ByteEntry before = writing(luggage).swap(key, next);
        return new Stamped(before, stamps(trip, luggage));
    }

    long[] put(ByteKey key, ByteEntry next, TagQuery query) {
        TagTrip trip = trip(query, next);
        Luggage luggage = luggage(trip);
        writing(luggage).put(key, next);
        return stamps(trip, luggage);
    }

    long[] putAll(Map<ByteKey, ByteEntry> entries, TagQuery query) {
        TagTrip trip = trip(query, entries.values().stream());
        Luggage luggage = luggage(trip);
        writing(luggage).putAll(entries);
        return stamps(trip, luggage);
    }
}
