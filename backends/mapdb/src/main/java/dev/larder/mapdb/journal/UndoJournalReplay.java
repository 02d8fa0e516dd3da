package dev.larder.mapdb.journal;

import dev.larder.mapdb.file.BootId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Restores a file to its last commit, from the journal that a killed process left. It may be repeated. */
public final class UndoJournalReplay {
    private final FileChannel journal;
    private final FileChannel file;
    private final long epoch;

    private UndoJournalReplay(FileChannel journal, FileChannel file, long epoch) {
        this.journal = journal;
        this.file = file;
        this.epoch = epoch;
    }

    /**
     * Restores the file.
     *
     * @return the epoch with which the next journal begins, or -1 if the journal cannot be trusted
     */
    public static long run(Path journal, Path file) throws IOException {
        try (FileChannel from = FileChannel.open(journal, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer header = read(from, 0, UndoJournalLayout.BOOT_AT + Long.BYTES);
            if (header.hasRemaining() || header.getLong(UndoJournalLayout.MAGIC_AT) == 0) {
                return 1; // The journal had not begun, and the file is not changed before its journal is on the disk.
            }
            if (header.getLong(UndoJournalLayout.MAGIC_AT) != UndoJournalLayout.MAGIC
                    || header.getLong(UndoJournalLayout.BOOT_AT) != BootId.id()
                    || BootId.id() == BootId.UNKNOWN) {
                return -1;
            }
            long epoch = header.getLong(UndoJournalLayout.EPOCH_AT);
            new UndoJournalReplay(from, to, epoch).restore();
            return epoch + 1;
        }
    }

    private void restore() throws IOException {
        int record = 0;
        while (restore(UndoJournalLayout.at(record))) {
            record++;
        }
        ByteBuffer tail = read(file, UndoJournalLayout.FILE_TAIL_AT, Long.BYTES);
        if (!tail.hasRemaining()) {
            file.truncate(UndoJournalLayout.tail(tail.getLong(0)));
        }
    }

    /** Returns false at the first record that is incomplete or of another epoch: its page was never changed. */
    private boolean restore(long at) throws IOException {
        ByteBuffer record = read(journal, at, UndoJournalLayout.RECORD);
        if (record.hasRemaining() || record.getLong(0) != epoch) {
            return false;
        }
        long page = record.getLong(UndoJournalLayout.PAGE_NUMBER_AT);
        byte[] bytes = new byte[UndoJournalLayout.PAGE];
        record.get(UndoJournalLayout.RECORD_HEADER, bytes);
        if (record.getInt(UndoJournalLayout.SUM_AT) != UndoJournalLayout.sum(epoch, page, bytes)) {
            return false;
        }
        ByteBuffer whole = ByteBuffer.wrap(bytes);
        for (long to = page << UndoJournalLayout.PAGE_SHIFT; whole.hasRemaining(); ) {
            to += file.write(whole, to);
        }
        return true;
    }

    private static ByteBuffer read(FileChannel from, long at, int size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(size);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = from.read(buffer, at + buffer.position());
        }
        return buffer;
    }
}
