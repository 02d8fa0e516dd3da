package dev.larder.memcached.entry;

import dev.larder.spi.ByteKey;
import dev.larder.spi.CacheNames;
import dev.larder.spi.Wtf8;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which keys of the servers belong to a cache. An entry is at {@code larder:books:978-0} if its key is valid as
 * it is, else at {@code larder:books=w7xi} in Base64. The clear stamp is at {@code larder:books}.
 */
public final class Keyspace {
    private static final int MAX_SERVER_KEY_BYTES = 250;
    private static final int MAX_NAME_LENGTH = 100;
    private static final int KEPT_NAME_LENGTH = 50;
    private static final byte PLAIN = ':';
    private static final byte ENCODED = '=';
    /** The first byte of the hash that replaces a tag which is too long. A tag that begins with it is hashed too. */
    private static final byte HASHED = 1;

    private final byte[] stampKey;

    public Keyspace(String prefix, String cache) {
        this((prefix + shorten(CacheNames.encoded(cache))).getBytes(StandardCharsets.US_ASCII));
    }

    private Keyspace(byte[] stamp) {
        this.stampKey = stamp;
    }

    /** The keys of tags. No cache's name begins with a #. */
    public static Keyspace ofTags(String prefix) {
        return new Keyspace((prefix + "#tags").getBytes(StandardCharsets.US_ASCII));
    }

    /** The server key of a tag's stamp. */
    byte[] tagKey(String tag) {
        byte[] bytes = Wtf8.encode(tag);
        boolean fits = bytes.length <= maxKeyBytes() && (bytes.length == 0 || bytes[0] != HASHED);
        return entryKey(fits ? bytes : ((char) HASHED + hash(tag)).getBytes(StandardCharsets.US_ASCII));
    }

    // A name that was not shortened contains no #.
    private static String shorten(String name) {
        return name.length() <= MAX_NAME_LENGTH ? name : name.substring(0, KEPT_NAME_LENGTH) + "#" + hash(name);
    }

    private static String hash(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Wtf8.encode(name));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, 24));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** In bytes. The longest key that still fits when it is encoded. */
    public int maxKeyBytes() {
        return (MAX_SERVER_KEY_BYTES - stampKey.length - 1) * 3 / 4;
    }

    /** The server key of the cache's clear stamp. */
    public byte[] stampKey() {
        return stampKey;
    }

    /** The server key of an entry. */
    public byte[] entryKey(ByteKey key) {
        return entryKey(key.bytes());
    }

    private byte[] entryKey(byte[] bytes) {
        return isPlain(bytes)
                ? withPrefix(PLAIN, bytes)
                : withPrefix(ENCODED, Base64.getUrlEncoder().withoutPadding().encode(bytes));
    }

    /** The entry key at a server key; null if that is not an entry of this cache. */
    public @Nullable ByteKey keyOf(byte[] key) {
        int start = stampKey.length;
        if (key.length <= start + 1 || !Arrays.equals(key, 0, start, stampKey, 0, start)) {
            return null;
        }
        byte[] rest = Arrays.copyOfRange(key, start + 1, key.length);
        return switch (key[start]) {
            case PLAIN -> new ByteKey(rest);
            case ENCODED -> decoded(rest);
            default -> null;
        };
    }

    private static @Nullable ByteKey decoded(byte[] text) {
        try {
            return new ByteKey(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }

    private byte[] withPrefix(byte mark, byte[] rest) {
        byte[] key = Arrays.copyOf(stampKey, stampKey.length + 1 + rest.length);
        key[stampKey.length] = mark;
        System.arraycopy(rest, 0, key, stampKey.length + 1, rest.length);
        return key;
    }

    private static boolean isPlain(byte[] bytes) {
        for (byte each : bytes) {
            if (each <= ' ' || each > '~') {
                return false;
            }
        }
        return bytes.length > 0;
    }
}
