package dev.larder.memcached;

import dev.larder.memcached.Nodes.Share;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes without looking. A record is sealed with the stamp that this JVM remembers, and the present one
 * comes back in the same round trip; if somebody has cleared the cache meanwhile it is written again, so
 * that nothing is born dead.
 */
final class Writing {
    /** Who meets more clears than this within one call is taken to have been cleared by the last. */
    private static final int ATTEMPTS = 16;

    /** Entries that travel together. */
    private static final int MOST = 500;

    private final Nodes nodes;
    private final Keyspace keyspace;
    private final Stamps stamps;
    private final Lifespan lifespan;

    Writing(Nodes nodes, Keyspace keyspace, Stamps stamps, Lifespan lifespan) {
        this.nodes = nodes;
        this.keyspace = keyspace;
        this.stamps = stamps;
        this.lifespan = lifespan;
    }

    void put(ByteKey key, ByteEntry next) {
        byte[] at = keyspace.entry(key);
        int node = nodes.placeOf(at);
        Stamp stamp = stamps.hint(node);
        for (int i = 0; i < ATTEMPTS; i++) {
            Seat answer = nodes.at(node)
                    .ask(new Drafts(next.bytes().length)
                            .set(at, stamp.seal(), next, lifespan.of(next))
                            .gets(stamps.key())
                            .done());
            Stamp present = present(node, answer.at(0));
            if (present.seal() == stamp.seal()) {
                return;
            }
            stamp = present;
        }
    }

    void putAll(Map<ByteKey, ByteEntry> entries) {
        Misfortunes misfortunes = new Misfortunes();
        List<Parcel> left = new ArrayList<>(entries.size());
        entries.forEach((key, entry) -> left.add(new Parcel(keyspace.entry(key), entry)));
        for (int i = 0; i < ATTEMPTS && !left.isEmpty(); i++) {
            List<Parcel> dead = bornDead(left, misfortunes);
            left.clear();
            left.addAll(dead);
        }
        misfortunes.raise();
    }

    /** An entry and the servers' key of it. */
    private static final class Parcel {
        private final byte[] at;
        private final ByteEntry entry;

        Parcel(byte[] at, ByteEntry entry) {
            this.at = at;
            this.entry = entry;
        }

        byte[] at() {
            return at;
        }

        ByteEntry entry() {
            return entry;
        }
    }

    private List<Parcel> bornDead(List<Parcel> parcels, Misfortunes misfortunes) {
        List<Parcel> dead = new ArrayList<>();
        for (Share share : nodes.shares(parcels.stream().map(Parcel::at).toList(), MOST)) {
            List<Parcel> some = share.places().stream().map(parcels::get).toList();
            misfortunes.watch(() -> {
                if (!write(share.node(), some)) {
                    dead.addAll(some);
                }
            });
        }
        return dead;
    }

    private boolean write(int node, List<Parcel> parcels) {
        long seal = stamps.hint(node).seal();
        Drafts drafts = new Drafts(parcels.stream()
                .mapToInt(each -> each.entry().bytes().length + 64)
                .sum());
        parcels.forEach(each -> drafts.set(each.at(), seal, each.entry(), lifespan.of(each.entry())));
        return present(
                                node,
                                nodes.at(node)
                                        .ask(drafts.gets(stamps.key()).done())
                                        .at(0))
                        .seal()
                == seal;
    }

    private Stamp present(int node, @Nullable Found found) {
        Stamp seen = stamps.saw(node, found);
        return seen == null ? stamps.renewed(node) : seen;
    }
}
