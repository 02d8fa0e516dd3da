package dev.larder.internal.lock;

/** A node of a {@link KeyTable}, for a key that is in use. */
public abstract class KeyNode {
    final Object key;
    final int hash;

    /** A node that is in no table yet. */
    public KeyNode(Object key) {
        this.key = key;
        this.hash = key.hashCode();
    }

    /** The key that the node was made for. */
    public final Object key() {
        return key;
    }

    /** The hash code that the key had when the node was made. */
    public final int hash() {
        return hash;
    }

    /**
     * Whether the node is retired: it counts as absent, and has left its table or is about to. Once true, it stays
     * true.
     */
    public abstract boolean isRetired();
}
