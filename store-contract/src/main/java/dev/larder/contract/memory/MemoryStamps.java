package dev.larder.contract.memory;

import dev.larder.spi.Stamps;
import dev.larder.spi.TagQuery;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The stamps of tags, in a map. */
final class MemoryStamps implements Stamps {
    private final ConcurrentMap<String, Long> stamps = new ConcurrentHashMap<>();

    @Override
    public long[] read(List<String> tags) {
        return answer(TagQuery.of(tags));
    }

    @Override
    public long[] ensure(List<String> tags) {
        return answer(new TagQuery(
                tags, tags.stream().mapToLong(tag -> Stamps.fresh()).toArray()));
    }

    @Override
    public void renew(List<String> tags) {
        tags.forEach(tag -> stamps.put(tag, Stamps.fresh()));
    }

    /** Answers a query that comes with another operation. A proposal is stored if the tag has no stamp yet. */
    long[] answer(TagQuery query) {
        long[] found = new long[query.tags().size()];
        for (int i = 0; i < found.length; i++) {
            String tag = query.tags().get(i);
            long proposal = query.proposals()[i];
            Long before = proposal == NONE ? stamps.get(tag) : stamps.putIfAbsent(tag, proposal);
            found[i] = before == null ? proposal : before;
        }
        return found;
    }
}
