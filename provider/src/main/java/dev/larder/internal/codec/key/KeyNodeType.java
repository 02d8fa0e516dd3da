package dev.larder.internal.codec.key;

/** The node types of a canonical key: the first byte of each node. Must never be renumbered. */
final class KeyNodeType {
    static final int NULL = 0;
    static final int SCALAR = 1;
    static final int ENUM = 2;
    static final int LIST = 3;
    static final int SET = 4;
    static final int MAP = 5;
    static final int ENTRY = 6;
    static final int OBJECT = 7;
    static final int REPLACED = 8;
    static final int HOLDER = 9;
    static final int CLASS = 10;
    static final int ARRAY = 11;

    private KeyNodeType() {}
}
