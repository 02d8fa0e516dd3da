package dev.larder.mapdb.journal;

import java.util.zip.CRC32C;

/**
 * Where everything stands in an undo journal: segments of 1 MiB, so that no record crosses the edge of a
 * mapping. Each has 64 bytes of header (used in the first alone) and 254 records of epoch, page number,
 * checksum and the bytes of the page.
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
    /** Where MapDB says in its own file how much of it is in use. */
    static final int FILE_TAIL_AT = 40;

    private static final int HEADER = 64;
    private static final int SEGMENT_SHIFT = 20;
    private static final int RECORDS = ((1 << SEGMENT_SHIFT) - HEADER) / RECORD;

    private UndoJournalLayout() {}

    /** Where a record begins. */
    static long at(int record) {
        return ((long) (record / RECORDS) << SEGMENT_SHIFT) + HEADER + (long) (record % RECORDS) * RECORD;
    }

    /** The end of the used part, as MapDB writes it down: with check bits that the number itself leaves free. */
    static long tail(long written) {
        return written & -(1L << SEGMENT_SHIFT);
    }

    /** A checksum over all that a record says. */
    static int sum(long epoch, long page, byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, PAGE);
        long mixed = epoch * 31 + page;
        return (int) sum.getValue() ^ (int) mixed ^ (int) (mixed >>> Integer.SIZE);
    }
}
