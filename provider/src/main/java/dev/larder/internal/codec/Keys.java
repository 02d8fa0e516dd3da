package dev.larder.internal.codec;

import java.util.Arrays;

/**
 * Keys to bytes and back: text where that is plain, else the canonical form of {@link KeyWriter}.
 * Equal keys give equal bytes, in every JVM.
 */
final class Keys {
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

    Object decode(byte[] bytes, byte[] extras) {
        try {
            return KeyText.isForm(bytes)
                    ? forms.decode(Arrays.copyOfRange(bytes, KeyText.FORM.length, bytes.length), extras)
                    : text(bytes);
        } catch (UndecodableException known) {
            throw known;
        } catch (StackOverflowError deep) {
            StackRoom.require(deep);
            throw unreadable(deep);
        } catch (RuntimeException | LinkageError | OutOfMemoryError broken) {
            throw unreadable(broken);
        }
    }

    // Whoever asks for the key that was read asks for the bytes that Larder writes for it, and no others.
    private Object text(byte[] bytes) {
        Object key = KeyText.read(bytes, gate, forms.vocabulary());
        if (!Arrays.equals(KeyText.write(key, gate), bytes)) {
            throw new UndecodableException("the bytes of a key are not those that are written for it");
        }
        return key;
    }

    private static UndecodableException unreadable(Throwable why) {
        return new UndecodableException("the bytes of a key cannot be read: " + why, why);
    }
}
