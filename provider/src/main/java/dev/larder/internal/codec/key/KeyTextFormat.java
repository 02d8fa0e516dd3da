package dev.larder.internal.codec.key;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.filter.ClassFilter;
import dev.larder.internal.codec.kryo.SerializerRegistry;
import dev.larder.internal.codec.record.KeyHash;
import dev.larder.internal.codec.record.Utf16Text;
import dev.larder.internal.codec.type.Enums;
import dev.larder.spi.Wtf8;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes keys as text that is readable in the store. A string is written as it is, other types with a prefix such as
 * {@code #int:42}. A string that is empty or begins with {@code #} also gets a prefix.
 */
public final class KeyTextFormat {
    public static final byte[] CANONICAL = ascii("#obj:");

    /** The length of a hashed key. */
    public static final int HASH_LENGTH = 37;

    private static final int MOST_DIGITS = 10_000;
    private static final char MARK = '#';
    private static final byte[] WIDE = ascii("#utf16:");
    private static final byte[] HASH = ascii("#sha:");
    private static final byte[] LOAD_LOCK = ascii("#load:");

    private KeyTextFormat() {}

    /** The text of a key; null if it needs the canonical form. */
    static byte @Nullable [] write(Object key, ClassFilter classFilter) {
        if (key instanceof String text) {
            return ofString(text);
        }
        if (key instanceof Enum<?> constant) {
            classFilter.toWrite(constant.getDeclaringClass());
            return utf8("#enum:" + constant.getDeclaringClass().getName() + '.' + constant.name());
        }
        if (key instanceof BigInteger number && number.bitLength() > 3 * MOST_DIGITS) {
            throw new CodecException(
                    "it has more than " + number.bitLength() / 4 + " digits; use its bytes as a string");
        }
        String kind = kindOf(key.getClass());
        return kind == null ? null : utf8(MARK + kind + ':' + textOf(key));
    }

    /** Whether these are the bytes of a canonical form. */
    static boolean isCanonical(byte[] bytes) {
        return startsWith(bytes, CANONICAL);
    }

    /** The replacement of a key that is too long: 192 bits of its hash. */
    public static byte[] hash(byte[] key) {
        return hash("#sha:", key);
    }

    /** The key of a load lock: bytes that no other key has. */
    public static byte[] loadLockKey(byte[] key) {
        return hash("#load:", key);
    }

    public static boolean isLoadLock(byte[] bytes) {
        return startsWith(bytes, LOAD_LOCK);
    }

    private static byte[] hash(String kind, byte[] key) {
        byte[] digest = Arrays.copyOf(KeyHash.sha256(key), 24);
        return utf8(kind + Base64.getUrlEncoder().encodeToString(digest));
    }

    static Object read(byte[] bytes, ClassFilter classFilter, SerializerRegistry serializerRegistry) {
        if (bytes.length == 0 || bytes[0] != MARK) {
            return Wtf8.decode(bytes);
        }
        if (startsWith(bytes, WIDE)) {
            return Utf16Text.read(bytes, WIDE.length, (bytes.length - WIDE.length) / 2);
        }
        if (startsWith(bytes, HASH)) {
            throw new UndecodableException("the key is a hash, and the record does not hold the key itself");
        }
        String text = Wtf8.decode(bytes);
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new UndecodableException("the key '" + text + "' was not written by Larder");
        }
        return read(text.substring(1, colon), text.substring(colon + 1), classFilter, serializerRegistry);
    }

    private static Object read(
            String kind, String text, ClassFilter classFilter, SerializerRegistry serializerRegistry) {
        return switch (kind) {
            case "str" -> text;
            case "int" -> Integer.valueOf(text);
            case "long" -> Long.valueOf(text);
            case "short" -> Short.valueOf(text);
            case "byte" -> Byte.valueOf(text);
            case "big" -> readBig(text);
            case "char" -> text.length() == 1 ? text.charAt(0) : (char) Integer.parseInt(text, 16);
            case "bool" -> Boolean.valueOf(text);
            case "uuid" -> UUID.fromString(text);
            case "enum" -> readEnum(text, classFilter, serializerRegistry);
            default -> throw new UndecodableException("a key of the unknown kind '" + kind + "'");
        };
    }

    // Parsing a number takes time that grows with the square of its digits.
    private static BigInteger readBig(String digits) {
        if (digits.length() > MOST_DIGITS) {
            throw new UndecodableException("a key is a number of " + digits.length() + " digits");
        }
        return new BigInteger(digits);
    }

    private static Object readEnum(String text, ClassFilter classFilter, SerializerRegistry serializerRegistry) {
        int dot = text.lastIndexOf('.');
        Class<?> type = serializerRegistry.load(classFilter, text.substring(0, Math.max(0, dot)));
        return Enums.constant(type, text.substring(dot + 1));
    }

    private static byte[] ofString(String text) {
        if (!Wtf8.isWellFormed(text)) {
            byte[] bytes = Arrays.copyOf(WIDE, WIDE.length + 2 * text.length());
            Utf16Text.write(text, bytes, WIDE.length);
            return bytes;
        }
        boolean isPlain = !text.isEmpty() && text.charAt(0) != MARK;
        return utf8(isPlain ? text : "#str:" + text);
    }

    private static @Nullable String kindOf(Class<?> type) {
        if (type == Long.class) {
            return "long";
        }
        if (type == Integer.class) {
            return "int";
        }
        if (type == UUID.class) {
            return "uuid";
        }
        if (type == Character.class) {
            return "char";
        }
        if (type == Boolean.class) {
            return "bool";
        }
        if (type == BigInteger.class) {
            return "big";
        }
        return type == Short.class ? "short" : type == Byte.class ? "byte" : null;
    }

    private static String textOf(Object key) {
        return key instanceof Character c && Character.isSurrogate(c) ? Integer.toHexString(c) : key.toString();
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] utf8(String text) {
        return Wtf8.encode(text);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
