package dev.larder.internal.codec;

import com.esotericsoftware.kryo.io.Output;
import dev.larder.internal.codec.record.RecordLayout;
import dev.larder.internal.codec.record.RecordOutput;
import dev.larder.spi.ByteEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.Arrays;

/** Records as an attacker would make them who knows the format and can compute the checksum. */
final class Forgeries {
    /** Numbers of classes in bytes: two more than in the format. */
    static final int NEW_CLASS = 2;

    private Forgeries() {}

    static ByteEntry record(int codec, int compressor, byte[] payload) {
        byte[] record = new byte[RecordLayout.HEADER + payload.length];
        System.arraycopy(payload, 0, record, RecordLayout.HEADER, payload.length);
        record[RecordLayout.COMPRESSOR_OFFSET] = (byte) compressor;
        RecordLayout.writeHeader(record, 0, codec, 1, ByteEntry.ETERNAL, 0);
        return ByteEntry.of(record, null);
    }

    /** A payload that is written by hand. */
    static byte[] bytes(java.util.function.Consumer<RecordOutput> writing) {
        RecordOutput out = new RecordOutput();
        writing.accept(out);
        return out.toBytes();
    }

    /** An object of a type begins, met for the first time. */
    static void begin(Output out, int number) {
        out.writeVarInt(number + NEW_CLASS, true);
        out.writeVarInt(1, true);
    }

    /** The n-th object of the record once more. */
    static void again(Output out, int number, int object) {
        out.writeVarInt(number + NEW_CLASS, true);
        out.writeVarInt(object + 2, true);
    }

    static byte[] stream(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /** One of many texts of the same hash code: pairs of "Aa" and "BB", by the bits of a number. */
    static String textOfHashZero(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 18; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }

    static byte[] filled(byte[] begin, int size) {
        return Arrays.copyOf(begin, Math.max(size, begin.length));
    }
}
