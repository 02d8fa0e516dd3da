package dev.larder.redis;

import dev.larder.spi.Stamps;
import dev.larder.spi.TagQuery;
import dev.larder.spi.Wtf8;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stamps of tags: a key for each, {@code larder:#tag}, in a cluster wherever its own slot is, so that an
 * invalidation is one SET and happens or does not.
 */
final class TagStamps implements Stamps {
    private final Wire wire;
    private final byte[] start;
    private final Failures failures;

    /**
     * @param failures what becomes of reads that fail: a tag that cannot be asked for has no stamp, so that what
     *     bears it is absent
     */
    TagStamps(Wire wire, String prefix, Failures failures) {
        this.wire = wire;
        this.failures = failures;
        // No cache's keys begin like this: the sign is encoded in their names.
        this.start = Wtf8.encode(prefix + "#");
    }

    /** The server's key of a tag's stamp. */
    byte[] key(String tag) {
        return Bytes.joined(start, Wtf8.encode(tag));
    }

    @Override
    public long[] read(List<String> tags) {
        long[] unknown = new long[tags.size()];
        long[] found = failures.reading(() -> asked(TagQuery.of(tags)), unknown);
        return found == null ? unknown : found;
    }

    @Override
    public long[] ensure(List<String> tags) {
        // If nobody takes the proposals, what is made with them is dead when the server is back.
        long[] proposals = tags.stream().mapToLong(tag -> Stamps.fresh()).toArray();
        long[] found = failures.reading(() -> asked(new TagQuery(tags, proposals)), proposals);
        return found == null ? proposals : found;
    }

    private long[] asked(TagQuery query) {
        List<Request> requests = requests(query);
        return stamps(query, requests.isEmpty() ? List.of() : wire.all(requests));
    }

    /** The first before all others, which may lie on other servers. */
    @Override
    public void renew(List<String> tags) {
        if (!tags.isEmpty()) {
            wire.one(renewal(tags.get(0)));
            List<Request> others = tags.stream().skip(1).map(this::renewal).toList();
            if (!others.isEmpty()) {
                wire.all(others);
            }
        }
    }

    private Request renewal(String tag) {
        return Requests.set(key(tag), Seal.ofLong(Stamps.fresh()), Lifespan.UNLIMITED);
    }

    /** What brings the stamps of a query, proposals taken. */
    List<Request> requests(TagQuery query) {
        List<Request> requests = new ArrayList<>(2 * query.tags().size());
        for (int i = 0; i < query.tags().size(); i++) {
            byte[] key = key(query.tags().get(i));
            if (query.proposals()[i] != NONE) {
                requests.add(Requests.setIfAbsent(key, Seal.ofLong(query.proposals()[i])));
            }
            requests.add(Requests.get(key));
        }
        return requests;
    }

    /** The stamps in the answers to {@link #requests}. */
    static long[] stamps(TagQuery query, List<?> answers) {
        long[] stamps = new long[query.tags().size()];
        int next = 0;
        for (int i = 0; i < stamps.length; i++) {
            next += query.proposals()[i] == NONE ? 0 : 1;
            stamps[i] = stamp(answers.get(next++));
        }
        return stamps;
    }

    /** The stamp that the server gave for a tag's key. */
    static long stamp(@Nullable Object answer) {
        return answer instanceof byte[] stamp && stamp.length == Long.BYTES
                ? ByteBuffer.wrap(stamp).getLong()
                : NONE;
    }
}
