package dev.larder.memcached.connection;

import java.util.ArrayList;
import java.util.List;

/** All servers of a backend, and which keys belong to which server. */
public final class Nodes {
    private final List<Node> all;
    private final HashRing hashRing;

    public Nodes(List<Node> all) {
        this.all = List.copyOf(all);
        this.hashRing = HashRing.of(all.stream().map(Node::host).toList());
    }

    public int count() {
        return all.size();
    }

    public List<Node> all() {
        return all;
    }

    public Node at(int place) {
        return all.get(place);
    }

    /** The index of a key's server. */
    public int indexOf(byte[] key) {
        return all.size() == 1 ? 0 : hashRing.ownerOf(key);
    }

    public boolean areAllAt(int node, List<byte[]> keys) {
        return all.size() == 1 || keys.stream().allMatch(key -> hashRing.ownerOf(key) == node);
    }

    /** Some keys on one server, as indexes into the list of all keys. */
    public record Share(int node, List<Integer> places) {}

    /**
     * The keys grouped by server.
     *
     * @param most the most keys in one share; a server can have several shares
     */
    public List<Share> shares(List<byte[]> keys, int most) {
        List<Share> shares = new ArrayList<>(all.size());
        Share[] open = new Share[all.size()];
        for (int place = 0; place < keys.size(); place++) {
            int node = indexOf(keys.get(place));
            if (open[node] == null || open[node].places().size() == most) {
                open[node] = new Share(node, new ArrayList<>());
                shares.add(open[node]);
            }
            open[node].places().add(place);
        }
        return shares;
    }
}
