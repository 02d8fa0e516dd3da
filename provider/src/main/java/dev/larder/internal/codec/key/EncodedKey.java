package dev.larder.internal.codec.key;

/** A key as bytes. */
public final class EncodedKey {
    private final byte[] bytes;
    private final byte[] extras;

    /**
     * @param bytes equal for equal keys
     * @param extras data that is not in {@code bytes} because equal keys may differ in it; empty if there is none
     */
    EncodedKey(byte[] bytes, byte[] extras) {
        this.bytes = bytes;
        this.extras = extras;
    }

    public byte[] bytes() {
        return bytes;
    }

    public byte[] extras() {
        return extras;
    }
}
