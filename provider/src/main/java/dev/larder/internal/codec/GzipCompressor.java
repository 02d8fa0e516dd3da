package dev.larder.internal.codec;

import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.spi.Compressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses by the JDK's gzip. */
final class GzipCompressor implements Compressor {
    @Override
    public String name() {
        return "gzip";
    }

    @Override
    public int id() {
        return 1;
    }

    @Override
    public byte[] compress(byte[] bytes, int offset, int length) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(length / 2 + 32);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes, offset, length);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    @Override
    public byte[] decompress(byte[] bytes, int offset, int length, int size) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes, offset, length))) {
            byte[] plain = in.readNBytes(size);
            if (plain.length < size || in.read() != -1) {
                throw new UndecodableException(
                        "a compressed record does not hold the " + size + " bytes that it announces");
            }
            return plain;
        } catch (IOException damaged) {
            throw new UndecodableException("a compressed record cannot be unpacked: " + damaged, damaged);
        }
    }
}
