package dev.larder.internal.codec.record;

import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.spi.ByteEntry;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The layout of a record; {@code docs/format.md} describes it byte by byte. The checksum excludes version, expiry and
 * the store's room, so that these can be changed in place. It includes the {@link RecordPlace}, so that a record is
 * only valid under its own key.
 */
public final class RecordLayout {
    /** The only version of the format. */
    static final int FORMAT = 1;

    /** The record contains its key, because the store's key is a hash or not sufficient to recreate it. */
    public static final int HAS_KEY = 1;

    /** The record has tags with their stamps. */
    public static final int HAS_TAGS = 2;

    /** The record has a validator. */
    public static final int HAS_VALIDATOR = 4;

    /** Some bytes of the record are reserved for the store. */
    public static final int HAS_ROOM = 8;

    /** The checksum includes the record place. Records of the first builds lack this. */
    public static final int IS_BOUND = 16;

    /** All flags that this version knows. A record with any other flag is rejected. */
    static final int KNOWN_FLAGS = HAS_KEY | HAS_TAGS | HAS_VALIDATOR | HAS_ROOM | IS_BOUND;

    /** The payload is an object graph. */
    public static final int GRAPH = 1;

    /** The payload is a Java serialisation stream. */
    public static final int STREAM = 2;

    /** The payload is the UTF-8 of a string. */
    public static final int TEXT = 3;

    /** The payload is a byte array. Higher numbers belong to serialisers. */
    public static final int BYTES = 4;

    public static final int FLAGS_OFFSET = 1;
    public static final int CODEC_OFFSET = 2;
    public static final int COMPRESSOR_OFFSET = 3;
    public static final int CHECKSUM_OFFSET = 20;
    public static final int HEADER = 24;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private RecordLayout() {}

    /**
     * Fills in the header of a record with a complete body. The compressor must be set already.
     *
     * @param place used if the flags say that the record is bound
     */
    public static void writeHeader(byte[] record, int flags, int codec, long version, long expiry, int place) {
        record[0] = FORMAT;
        record[FLAGS_OFFSET] = (byte) flags;
        record[CODEC_OFFSET] = (byte) codec;
        setVersionAndExpiry(record, version, expiry);
        INT.set(record, CHECKSUM_OFFSET, checksum(record) ^ bound(record, place));
    }

    /** Changes version and expiry. */
    public static void setVersionAndExpiry(byte[] record, long version, long expiry) {
        LONG.set(record, ByteEntry.VERSION_OFFSET, version);
        LONG.set(record, ByteEntry.EXPIRY_OFFSET, expiry);
    }

    /** Checks that a record is intact, of a known format, and at its own record place. */
    public static void check(byte[] record, int place) {
        if (record.length < HEADER || record.length < body(record)) {
            throw new UndecodableException("a record of " + record.length + " bytes is too short");
        }
        if (sum(record) != (checksum(record) ^ bound(record, place))) {
            throw new UndecodableException("the checksum of a record of " + record.length
                    + " bytes is wrong: it is damaged, or belongs to another key or cache");
        }
        if (record[0] != FORMAT) {
            throw new UndecodableException(
                    "a record has the format " + record[0] + ", and this version reads " + FORMAT);
        }
        if ((record[FLAGS_OFFSET] & ~KNOWN_FLAGS) != 0) {
            throw new UndecodableException(
                    "a record has flags that this version does not know: " + record[FLAGS_OFFSET]);
        }
    }

    /**
     * Changes the version of a record in which something else was changed. The record stays bound to its record place,
     * and a damaged record stays damaged.
     *
     * @param before the record without the change
     */
    public static void changeVersion(byte[] record, byte[] before, long version) {
        LONG.set(record, ByteEntry.VERSION_OFFSET, version);
        INT.set(record, CHECKSUM_OFFSET, sum(before) ^ checksum(before) ^ checksum(record));
    }

    /** The offset of the body, after header and room. */
    public static int body(byte[] record) {
        return has(record, HAS_ROOM) ? ByteEntry.ROOM_OFFSET + ByteEntry.ROOM : HEADER;
    }

    public static boolean hasKey(byte[] record) {
        return has(record, HAS_KEY);
    }

    public static boolean hasTags(byte[] record) {
        return has(record, HAS_TAGS);
    }

    public static boolean hasValidator(byte[] record) {
        return has(record, HAS_VALIDATOR);
    }

    static long longAt(byte[] record, int offset) {
        return (long) LONG.get(record, offset);
    }

    static void setLong(byte[] record, int offset, long number) {
        LONG.set(record, offset, number);
    }

    private static boolean has(byte[] record, int flag) {
        return record.length > HEADER && (record[FLAGS_OFFSET] & flag) != 0;
    }

    private static int sum(byte[] record) {
        return (int) INT.get(record, CHECKSUM_OFFSET);
    }

    private static int bound(byte[] record, int place) {
        return has(record, IS_BOUND) ? place : 0;
    }

    private static int checksum(byte[] record) {
        CRC32C sum = new CRC32C();
        sum.update(record, 0, ByteEntry.VERSION_OFFSET);
        int body = body(record);
        sum.update(record, body, record.length - body);
        return (int) sum.getValue();
    }
}
