package dev.larder.memcached;

import dev.larder.memcached.Nodes.Share;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Exchange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges by the server's own versions. {@code cas} and its kin say no more than whether they took place,
 * so what is there comes back behind them in the same round trip, unless it is likely to be large.
 */
final class Exchanging {
    private static final int ATTEMPTS = 16;

    /** Exchanges that travel together. */
    private static final int MOST = 500;

    /** A record up to this size is read back unasked: that costs less than asking for it when it is needed. */
    private static final int SMALL = 4 << 10;

    private final Nodes nodes;
    private final Keyspace keyspace;
    private final Stamps stamps;
    private final Lifespan lifespan;
    private final Reading reading;

    Exchanging(Nodes nodes, Keyspace keyspace, Stamps stamps, Lifespan lifespan, Reading reading) {
        this.nodes = nodes;
        this.keyspace = keyspace;
        this.stamps = stamps;
        this.lifespan = lifespan;
        this.reading = reading;
    }

    @Nullable
    ByteEntry one(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        return expected != null ? change(key, expected, next) : next != null ? create(key, next) : null;
    }

    /** Puts where nothing is: no item at all, or one that is no entry any more. */
    private @Nullable ByteEntry create(ByteKey key, ByteEntry next) {
        byte[] at = keyspace.entry(key);
        int node = nodes.placeOf(at);
        Stamp stamp = stamps.hint(node);
        Found dead = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            Drafts drafts = new Drafts(next.bytes().length);
            creation(drafts, at, stamp.seal(), next, dead);
            Look look = look(node, at, drafts, isSmall(next));
            if (look.isDone() && look.isUnder(stamp.seal())) {
                return null;
            }
            Look seen = look.isWhole() ? look : look(node, at, new Drafts(), true);
            ByteEntry found = seen.entry();
            if (found != null) {
                return found;
            }
            dead = seen.item();
            stamp = seen.stamp() == null ? stamps.renewed(node) : seen.stamp();
        }
        throw new MemcachedFailure("others wrote to the same key " + ATTEMPTS + " times meanwhile", null);
    }

    private void creation(Drafts drafts, byte[] at, long seal, ByteEntry next, @Nullable Found dead) {
        if (dead == null) {
            drafts.add(at, seal, next.bytes(), lifespan.of(next));
        } else {
            drafts.replace(at, seal, next.bytes(), lifespan.of(next), dead.version());
        }
    }

    private @Nullable ByteEntry change(ByteKey key, ByteEntry expected, @Nullable ByteEntry next) {
        byte[] at = keyspace.entry(key);
        int node = nodes.placeOf(at);
        Drafts drafts = new Drafts(next == null ? 0 : next.bytes().length);
        change(drafts, at, Seal.of(expected), next);
        Look look = look(node, at, drafts, next == null || isSmall(next));
        if (look.isDone()) {
            return look.isUnder(Seal.of(expected).seal()) ? expected : null;
        }
        return look.isWhole() ? look.entry() : reading.one(key);
    }

    // Under the seal that it bore, so that what comes after a clear does not live on what came before.
    private void change(Drafts drafts, byte[] at, Seal expected, @Nullable ByteEntry next) {
        if (next == null) {
            drafts.remove(at, expected.version());
        } else {
            drafts.replace(at, expected.seal(), next.bytes(), lifespan.of(next), expected.version());
        }
    }

    private Look look(int node, byte[] at, Drafts drafts, boolean whole) {
        List<byte[]> asked = whole ? List.of(stamps.key(), at) : List.of(stamps.key());
        Seat answer = nodes.at(node).ask(drafts.gets(asked).done());
        return new Look(
                answer.replies().isEmpty() ? null : (Status) answer.replies().get(0),
                stamps.saw(node, answer.at(0)),
                whole ? answer.at(1) : null,
                whole);
    }

    /**
     * The witnesses in order.
     *
     * @param misfortunes takes note of servers that fail; their exchanges count as done
     */
    List<@Nullable ByteEntry> all(List<Exchange<ByteKey, ByteEntry>> exchanges, Misfortunes misfortunes) {
        List<byte[]> places = new ArrayList<>(exchanges.size());
        exchanges.forEach(each -> places.add(keyspace.entry(each.key())));
        List<@Nullable ByteEntry> witnesses = new ArrayList<>(exchanges.size());
        exchanges.forEach(each -> witnesses.add(each.expected()));
        List<Integer> lost = new ArrayList<>();
        for (Share share : nodes.shares(places, MOST)) {
            misfortunes.watch(() -> lost.addAll(lost(share, places, exchanges)));
        }
        settle(lost, exchanges, witnesses, misfortunes);
        return witnesses;
    }

    /** Sends the exchanges of one server; gives the places of those that did not take place. */
    private List<Integer> lost(Share share, List<byte[]> places, List<Exchange<ByteKey, ByteEntry>> exchanges) {
        Stamp hint = stamps.hint(share.node());
        Drafts drafts = new Drafts();
        for (int place : share.places()) {
            Exchange<ByteKey, ByteEntry> each = exchanges.get(place);
            if (each.expected() != null) {
                change(drafts, places.get(place), Seal.of(each.expected()), each.next());
            } else if (each.next() != null) {
                creation(drafts, places.get(place), hint.seal(), each.next(), null);
            }
        }
        Seat answer = nodes.at(share.node()).ask(drafts.gets(stamps.key()).done());
        Stamp stamp = stamps.saw(share.node(), answer.at(0));
        List<Integer> lost = new ArrayList<>();
        for (int i = 0; i < share.places().size(); i++) {
            ByteEntry expected = exchanges.get(share.places().get(i)).expected();
            long seal = expected == null ? hint.seal() : Seal.of(expected).seal();
            if (!((Status) answer.replies().get(i)).isDone() || stamp == null || stamp.seal() != seal) {
                lost.add(share.places().get(i));
            }
        }
        return lost;
    }

    private void settle(
            List<Integer> lost,
            List<Exchange<ByteKey, ByteEntry>> exchanges,
            List<@Nullable ByteEntry> witnesses,
            Misfortunes misfortunes) {
        List<ByteKey> keys =
                lost.stream().map(place -> exchanges.get(place).key()).toList();
        List<@Nullable ByteEntry> present = reading.all(keys, misfortunes);
        for (int i = 0; i < lost.size(); i++) {
            int place = lost.get(i);
            ByteEntry found = present.get(i);
            Exchange<ByteKey, ByteEntry> each = exchanges.get(place);
            ByteEntry next = each.next();
            if (found == null && each.expected() == null && next != null) {
                misfortunes.watch(() -> witnesses.set(place, create(each.key(), next)));
            } else {
                witnesses.set(place, found);
            }
        }
    }

    private static boolean isSmall(ByteEntry entry) {
        return entry.bytes().length <= SMALL;
    }
}
