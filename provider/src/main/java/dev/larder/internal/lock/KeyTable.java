package dev.larder.internal.lock;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A table of nodes for the keys in use, at most one for each. It needs no locks: the content of a bucket is replaced as
 * a whole, so a key's {@code equals} never blocks other threads. A node is removed by its identity and its original
 * hash, so a key whose hash changes leaves nothing behind. Thread-safe.
 *
 * @param <N> the type of the nodes
 */
public final class KeyTable<N extends KeyNode> {
    private static final int BITS = 12;

    /**
     * Each bucket is null, a node, or an array of several. The table itself is made at the first use; most caches need
     * none.
     */
    private final AtomicReference<@Nullable AtomicReferenceArray<@Nullable Object>> table = new AtomicReference<>();

    /** The node of a key, null if it has none that is not retired. */
    public @Nullable N find(Object key) {
        AtomicReferenceArray<@Nullable Object> buckets = table.get();
        if (buckets == null) {
            return null;
        }
        int hash = key.hashCode();
        Object bucket = buckets.get(indexOf(hash));
        return bucket == null ? null : findActive(bucket, key, hash);
    }

    private @Nullable N findActive(Object bucket, Object key, int hash) {
        N present = find(bucket, key, hash);
        return present == null || present.isRetired() ? null : present;
    }

    /**
     * Adds a node, unless its key has one that is not retired.
     *
     * @return the node that the key has, null if the new one was added
     */
    public @Nullable N putIfAbsent(N node) {
        AtomicReferenceArray<@Nullable Object> buckets = buckets();
        int index = indexOf(node.hash);
        return buckets.compareAndSet(index, null, node) ? null : putBesideOthers(buckets, index, node);
    }

    private @Nullable N putBesideOthers(AtomicReferenceArray<@Nullable Object> buckets, int index, N node) {
        while (true) {
            Object bucket = buckets.get(index);
            KeyNode retired = firstRetired(bucket);
            if (retired != null) {
                // It is about to be removed, or an Error has prevented that.
                buckets.compareAndSet(index, bucket, without(bucket, retired));
                continue;
            }
            N present = find(bucket, node.key, node.hash);
            if (present != null) {
                return present;
            }
            if (buckets.compareAndSet(index, bucket, with(bucket, node))) {
                return null;
            }
        }
    }

    private static @Nullable KeyNode firstRetired(@Nullable Object bucket) {
        if (bucket instanceof KeyNode node) {
            return node.isRetired() ? node : null;
        }
        if (bucket instanceof KeyNode[] nodes) {
            for (KeyNode node : nodes) {
                if (node.isRetired()) {
                    return node;
                }
            }
        }
        return null;
    }

    /** Removes this node; does nothing if it is not in the table. */
    public void remove(KeyNode node) {
        AtomicReferenceArray<@Nullable Object> buckets = buckets();
        int index = indexOf(node.hash);
        if (!buckets.compareAndSet(index, node, null)) {
            removeFromOthers(buckets, index, node);
        }
    }

    private static void removeFromOthers(AtomicReferenceArray<@Nullable Object> buckets, int index, KeyNode node) {
        Object bucket = buckets.get(index);
        Object rest = without(bucket, node);
        while (rest != bucket && !buckets.compareAndSet(index, bucket, rest)) {
            bucket = buckets.get(index);
            rest = without(bucket, node);
        }
    }

    /**
     * Replaces a node that has been in use for too long. The removal of that node later has no effect.
     *
     * @return null if the new node was added, otherwise the node that another thread has put there
     */
    public @Nullable N overtake(N stalled, N node) {
        remove(stalled);
        return putIfAbsent(node);
    }

    /** Whether the table has no nodes that are not retired. */
    public boolean isEmpty() {
        AtomicReferenceArray<@Nullable Object> buckets = buckets();
        for (int i = 0; i < buckets.length(); i++) {
            if (!allRetired(buckets.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean allRetired(@Nullable Object bucket) {
        return bucket instanceof KeyNode[] nodes
                ? Arrays.stream(nodes).allMatch(KeyNode::isRetired)
                : bucket == null || firstRetired(bucket) == bucket;
    }

    private AtomicReferenceArray<@Nullable Object> buckets() {
        AtomicReferenceArray<@Nullable Object> present = table.get();
        if (present != null) {
            return present;
        }
        table.compareAndSet(null, new AtomicReferenceArray<>(1 << BITS));
        return buckets();
    }

    @SuppressWarnings("unchecked") // nothing else is put in
    private @Nullable N find(@Nullable Object bucket, Object key, int hash) {
        if (bucket instanceof KeyNode node) {
            return isOf(node, key, hash) ? (N) node : null;
        }
        if (bucket instanceof KeyNode[] nodes) {
            for (KeyNode node : nodes) {
                if (isOf(node, key, hash)) {
                    return (N) node;
                }
            }
        }
        return null;
    }

    private static boolean isOf(KeyNode node, Object key, int hash) {
        return node.hash == hash && (node.key == key || node.key.equals(key));
    }

    private static Object with(@Nullable Object bucket, KeyNode node) {
        if (bucket instanceof KeyNode one) {
            return new KeyNode[] {one, node};
        }
        if (bucket instanceof KeyNode[] nodes) {
            KeyNode[] more = Arrays.copyOf(nodes, nodes.length + 1);
            more[nodes.length] = node;
            return more;
        }
        return node;
    }

    private static @Nullable Object without(@Nullable Object bucket, KeyNode node) {
        return bucket instanceof KeyNode[] nodes ? without(nodes, node) : bucket == node ? null : bucket;
    }

    private static Object without(KeyNode[] nodes, KeyNode node) {
        int at = nodes.length - 1;
        while (at >= 0 && nodes[at] != node) {
            at--;
        }
        if (at < 0) {
            return nodes;
        }
        if (nodes.length == 2) {
            return nodes[1 - at];
        }
        KeyNode[] rest = Arrays.copyOf(nodes, nodes.length - 1);
        System.arraycopy(nodes, at + 1, rest, at, rest.length - at);
        return rest;
    }

    private static int indexOf(int hash) {
        return (hash * 0x9E3779B9) >>> (Integer.SIZE - BITS);
    }
}
