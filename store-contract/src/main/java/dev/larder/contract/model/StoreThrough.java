package dev.larder.contract.model;

/** Whether a cache reads through to, and writes through to, a system of record. */
public enum StoreThrough {
    NEITHER(false, false),
    READ(true, false),
    WRITE(false, true),
    BOTH(true, true);

    final boolean reads;
    final boolean writes;

    StoreThrough(boolean reads, boolean writes) {
        this.reads = reads;
        this.writes = writes;
    }
}
