package dev.larder.internal.engine.expiry;

import dev.larder.spi.Stored;

/** What makes an entry invalid apart from its expiry. */
public interface EntryValidity {

    /** Whether an entry can be read: bytes may be damaged, or of a class that has changed. */
    boolean isReadable(Stored entry);

    /**
     * Whether a tag of an entry was invalidated after it was stamped. For records, as of the call that read or wrote
     * them.
     */
    boolean isTagDead(Stored entry);
}
