package dev.larder.internal.codec;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes that no two keys in practice share. */
final class Hashes {
    private Hashes() {}

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
