package dev.larder.mapdb.journal;

import java.util.zip.CRC32C;

/**
 * The layout of an undo journal. It consists of segments of 1 MiB, so that no record crosses the edge of a mapping.
 * Each segment has a header of 64 bytes, used in the first one only, and 254 records. A record holds epoch, page
 * number, checksum and the bytes of the page.
 */
final class UndoJournalLayout {
    static final int PAGE_SHIFT = 12;
    static final int PAGE = 1 << PAGE_SHIFT;
    static final long MAGIC = 0x4C61726455_6E6431L;
    static final int MAGIC_AT = 0;
    static final int EPOCH_AT = 8;
    static final int BOOT_AT = 16;
    static final int RECORD_HEADER = 32;
    static final int RECORD = RECORD_HEADER + PAGE;
    static final int PAGE_NUMBER_AT = 8;
    static final int SUM_AT = 16;
    /** The offset at which MapDB's own file says how much of it is in use. */
    static final int FILE_TAIL_AT = 40;

    private static final int HEADER = 64;
    private static final int SEGMENT_SHIFT = 20;
    private static final int RECORDS = ((1 << SEGMENT_SHIFT) - HEADER) / RECORD;

    private UndoJournalLayout() {}

    /** The offset of a record. */
    static long at(int record) {
        return ((long) (record / RECORDS) << SEGMENT_SHIFT) + HEADER + (long) (record % RECORDS) * RECORD;
    }

    /** The end of the used part. MapDB writes check bits into the low bits of the number, which are removed here. */
    static long tail(long written) {
        return written & -(1L << SEGMENT_SHIFT);
    }

    /** The checksum over all fields of a record. */
    static int sum(long epoch, long page, byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, PAGE);
        long mixed = epoch * 31 + page;
        return (int) sum.getValue() ^ (int) mixed ^ (int) (mixed >>> Integer.SIZE);
    }
}
