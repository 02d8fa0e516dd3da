package dev.larder.redis.entry;

import dev.larder.redis.command.Request;
import dev.larder.redis.command.Requests;
import dev.larder.spi.Stamps;
import dev.larder.spi.TagQuery;
import java.util.ArrayList;
import java.util.List;

/** One request for the stamps of tags. It reads them and extends the lifetime of those that would expire too soon. */
final class TagStampRequests {
    private final ServerTagStamps stamps;
    private final StampLifetimes lifetimes;
    private final TagQuery query;
    private final long until;
    private final boolean[] extended;
    private final List<Request> requests;

    /**
     * @param needed until when the stamps must be kept, in milliseconds since the epoch
     */
    TagStampRequests(ServerTagStamps stamps, StampLifetimes lifetimes, TagQuery query, long needed) {
        this.stamps = stamps;
        this.lifetimes = lifetimes;
        this.query = query;
        this.until = lifetimes.extendedExpiry(needed);
        this.extended = new boolean[query.tags().size()];
        this.requests = new ArrayList<>(2 * extended.length);
        for (int i = 0; i < extended.length; i++) {
            extended[i] = !lifetimes.isKeptUntil(query.tags().get(i), needed);
            addRead(stamps.key(query.tags().get(i)), query.proposals()[i]);
        }
        addExtensions();
    }

    private void addRead(byte[] key, long proposal) {
        if (proposal != Stamps.NONE) {
            requests.add(Requests.setIfAbsent(key, ClearStampField.ofLong(proposal), until));
        }
        requests.add(Requests.get(key));
    }

    private void addExtensions() {
        for (int i = 0; i < extended.length; i++) {
            if (extended[i]) {
                requests.add(lifetimes.extensionRequest(stamps.key(query.tags().get(i)), until));
            }
        }
    }

    List<Request> requests() {
        return requests;
    }

    /** Whether all requests are reads. */
    boolean onlyReads() {
        return requests.size() == extended.length;
    }

    /** The stamps in the answers to {@link #requests}. */
    long[] stamps(List<?> answers) {
        long[] found = new long[extended.length];
        int next = 0;
        for (int i = 0; i < found.length; i++) {
            next += query.proposals()[i] == Stamps.NONE ? 0 : 1;
            found[i] = ServerTagStamps.stampOf(answers.get(next++));
            lifetimes.observe(query.tags().get(i), found[i], extended[i] ? until : 0);
        }
        return found;
    }
}
