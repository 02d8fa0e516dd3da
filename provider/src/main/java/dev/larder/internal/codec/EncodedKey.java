package dev.larder.internal.codec;

/** A key as bytes. */
final class EncodedKey {
    private final byte[] bytes;
    private final byte[] extras;

    /**
     * @param bytes equal for equal keys
     * @param extras what was left out of them because equal keys may differ in it; empty if nothing was
     */
    EncodedKey(byte[] bytes, byte[] extras) {
        this.bytes = bytes;
        this.extras = extras;
    }

    byte[] bytes() {
        return bytes;
    }

    byte[] extras() {
        return extras;
    }
}
