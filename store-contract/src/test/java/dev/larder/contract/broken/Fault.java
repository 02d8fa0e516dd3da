package dev.larder.contract.broken;

/** What a store may do wrong. */
public enum Fault {
    /** It reads, compares and writes in three steps. */
    EXCHANGE_IN_STEPS,
    /** A success gives an equal entry, not the very object. */
    EXCHANGE_GIVES_A_COPY,
    /** The same payload passes for the same version. */
    COMPARES_PAYLOADS,
    /** A lost exchange gives nothing. */
    NO_WITNESS,
    /** A put leaves the version as it was. */
    PUT_KEEPS_THE_VERSION,
    /** It states SWAP, and gives the new entry instead of the old one. */
    SWAP_GIVES_THE_NEW,
    /** It puts blindly without stating that it can. */
    PUTS_UNSTATED,
    /** It reads many in the order of their bytes. */
    READ_ALL_SORTS,
    /** Of many exchanges it takes each twice. */
    EXCHANGE_ALL_REPEATS,
    /** It clears each cache whose name begins like this one's. */
    CLEARS_NEIGHBOURS,
    /** It takes a cache that is destroyed for one that is closed. */
    DESTROYS_NOTHING,
    /** Name and key flow into one another. */
    JOINS_NAME_AND_KEY,
    /** The iterator gives the first entry twice. */
    ITERATES_TWICE,
    /** Keys pass through text. */
    KEYS_AS_TEXT,
    /** Values end at their first zero. */
    VALUES_AS_C_STRINGS,
    /** What lives less than a minute is dropped. */
    EXPIRES_EARLY,
    /** The first expiry of a key is never lifted. */
    KEEPS_THE_FIRST_EXPIRY,
    /** Closing one backend removes all records. */
    CLOSE_EMPTIES,
    /** It can be closed once. */
    CLOSES_ONCE
}
