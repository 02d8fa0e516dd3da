package dev.larder.internal.codec.key;

import dev.larder.internal.codec.failure.DecodingStackCheck;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.filter.ClassFilter;
import dev.larder.internal.codec.kryo.SerializerRegistry;
import java.util.Arrays;

/**
 * Encodes keys and decodes them: as text for plain types, else in the canonical form of {@link CanonicalKeyWriter}.
 * Equal keys have equal bytes in every JVM.
 */
public final class KeyCodec {
    private final ClassFilter classFilter;
    private final CanonicalKeyCodec canonicalCodec;

    public KeyCodec(ClassFilter classFilter, SerializerRegistry serializerRegistry) {
        this.classFilter = classFilter;
        this.canonicalCodec = new CanonicalKeyCodec(serializerRegistry, classFilter);
    }

    /** Encodes a key, with the extra data needed to recreate it. */
    public EncodedKey encode(Object key) {
        byte[] text = KeyTextFormat.write(key, classFilter);
        return text != null ? new EncodedKey(text, KeySection.NONE) : canonicalCodec.encode(key);
    }

    public Object decode(byte[] bytes, byte[] extras) {
        try {
            return KeyTextFormat.isCanonical(bytes)
                    ? canonicalCodec.decode(
                            Arrays.copyOfRange(bytes, KeyTextFormat.CANONICAL.length, bytes.length), extras)
                    : text(bytes);
        } catch (UndecodableException known) {
            throw known;
        } catch (StackOverflowError overflow) {
            DecodingStackCheck.require(overflow);
            throw undecodable(overflow);
        } catch (Exception | LinkageError | OutOfMemoryError broken) {
            throw undecodable(broken);
        }
    }

    // The key read must encode to the same bytes, since a lookup uses the bytes that Larder writes and no others.
    private Object text(byte[] bytes) {
        Object key = KeyTextFormat.read(bytes, classFilter, canonicalCodec.serializerRegistry());
        if (!Arrays.equals(KeyTextFormat.write(key, classFilter), bytes)) {
            throw new UndecodableException("the bytes of a key are not its canonical form");
        }
        return key;
    }

    private static UndecodableException undecodable(Throwable why) {
        return new UndecodableException("the bytes of a key cannot be read: " + why, why);
    }
}
