package dev.larder.internal.codec;

/**
 * A key as bytes.
 *
 * @param bytes equal for equal keys
 * @param extras what was left out of them because equal keys may differ in it; empty if nothing was
 */
record EncodedKey(byte[] bytes, byte[] extras) {
    private static final byte[] NONE = {};

    EncodedKey(byte[] bytes) {
        this(bytes, NONE);
    }
}
