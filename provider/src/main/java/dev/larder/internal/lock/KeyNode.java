package dev.larder.internal.lock;

/** What stands in a {@link KeyTable} for a key that is at work. */
public abstract class KeyNode {
    final Object key;
    final int hash;

    /** A node that stands in no table yet. */
    public KeyNode(Object key) {
        this.key = key;
        this.hash = key.hashCode();
    }

    /** The key that it was made for. */
    public final Object key() {
        return key;
    }

    /** The hash code that the key had then. */
    public final int hash() {
        return hash;
    }

    /** Whether it is of no more use: it counts as absent, and has left its table or is about to. Never again false. */
    public abstract boolean isRetired();
}
