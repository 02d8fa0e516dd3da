package dev.larder.internal.codec.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Computes hashes without collisions in practice. */
public final class KeyHash {
    private KeyHash() {}

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
