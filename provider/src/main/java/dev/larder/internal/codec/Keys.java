package dev.larder.internal.codec;

import java.util.Arrays;

/**
 * Keys to bytes and back: text where that is plain, else the canonical form of {@link KeyWriter}.
 * Equal keys give equal bytes, in every JVM.
 */
final class Keys {
    /** Longer than any text of a number, a UUID or a boolean with its mark. */
    private static final int SHORT = 64;

    private final Gate gate;
    private final KeyForms forms;

    Keys(Gate gate, Vocabulary vocabulary) {
        this.gate = gate;
        this.forms = new KeyForms(vocabulary, gate);
    }

    /** The bytes of a key and what else is needed to make it anew. */
    EncodedKey encode(Object key) {
        byte[] text = KeyText.write(key, gate);
        return text != null ? new EncodedKey(text, BorneKey.NONE) : forms.encode(key);
    }

    /** Whether a key surely fits and tells everything by itself, without encoding it. */
    static boolean isSurelyPlain(Object key, int maxBytes) {
        return key instanceof String text
                ? text.length() * 3L + SHORT <= maxBytes
                : maxBytes >= SHORT && KeyText.isShort(key);
    }

    // A key has one text: what another stands for is not what a get of that key finds.
    private Object text(byte[] bytes) {
        Object key = KeyText.read(bytes, gate, forms.vocabulary());
        if (!Arrays.equals(KeyText.write(key, gate), bytes)) {
            throw new UndecodableException("the bytes of a key are not those that the key has");
        }
        return key;
    }

    Object decode(byte[] bytes, byte[] extras) {
        try {
            return KeyText.isForm(bytes)
                    ? forms.decode(Arrays.copyOfRange(bytes, KeyText.FORM.length, bytes.length), extras)
                    : text(bytes);
        } catch (UndecodableException known) {
            throw known;
        } catch (RuntimeException | LinkageError | StackOverflowError broken) {
            throw new UndecodableException("the bytes of a key cannot be read: " + broken, broken);
        }
    }
}
