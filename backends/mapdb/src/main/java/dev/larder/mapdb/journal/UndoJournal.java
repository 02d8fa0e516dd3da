package dev.larder.mapdb.journal;

import dev.larder.mapdb.file.BootId;
import dev.larder.mapdb.file.FileVolume;
import dev.larder.mapdb.lock.LockWaitLimit;
import dev.larder.mapdb.setting.FileSettings;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The journal that restores a file to its last commit. A page of the file is copied to the journal before its first
 * change since the commit. After a kill, {@link UndoJournalReplay} puts the copies back. A commit is one write of eight
 * bytes: the next epoch, which makes all copies void.
 *
 * <p>MapDB's own transaction log is not used. It isn't read when a file is opened, so a kill during a commit loses
 * everything, and it makes a put several times slower.
 *
 * <p>Both files are mapped. What a killed process wrote to a mapping stays. Only if the machine goes down may the order
 * of the writes to the two files be lost, so the journal holds the id of the boot it belongs to.
 */
public final class UndoJournal {
    /** The number of copies at which a commit is due at once. */
    private static final int COMMIT_DUE_RECORDS = 1 << 14;

    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

    private final ReentrantLock lock = new ReentrantLock();
    private final FileVolume journal;
    private final FileVolume file;
    private final byte[] page = new byte[UndoJournalLayout.PAGE];
    private volatile long[] savedPages = new long[1 << 10];
    private volatile int records;
    private volatile long freshPage;
    private long epoch;

    private UndoJournal(FileVolume journal, FileVolume file) {
        this.journal = journal;
        this.file = file;
    }

    /** Begins a journal for a file whose content is its last commit. */
    public static UndoJournal begin(Path path, FileVolume file, long epoch) {
        UndoJournal started = new UndoJournal(new FileVolume(path, FileSettings.SMALLEST_STEP), file);
        started.journal.putLong(UndoJournalLayout.BOOT_AT, BootId.id());
        started.epoch = epoch - 1;
        started.commit(UndoJournalLayout.tail(file.getLong(UndoJournalLayout.FILE_TAIL_AT)));
        VarHandle.fullFence();
        started.journal.putLong(UndoJournalLayout.MAGIC_AT, UndoJournalLayout.MAGIC);
        return started;
    }

    /** Saves the pages that are about to be changed. Must be called before each change of the file. */
    public void savePages(long offset, int size) {
        long last = (offset + size - 1) >>> UndoJournalLayout.PAGE_SHIFT;
        for (long each = offset >>> UndoJournalLayout.PAGE_SHIFT; each <= last; each++) {
            if (!isSaved(each)) {
                copy(each);
            }
        }
    }

    /** Ensures room for the copies of one operation that changes this many bytes. */
    public void makeRoom(long bytes) {
        long pages = 256 + 2 * (bytes >>> UndoJournalLayout.PAGE_SHIFT);
        journal.ensureAvailable(UndoJournalLayout.at(Math.toIntExact(records + pages)) + UndoJournalLayout.RECORD);
    }

    public boolean isCommitDue() {
        return records > COMMIT_DUE_RECORDS;
    }

    public boolean isEmpty() {
        return records == 0;
    }

    /**
     * Commits: from now on the file's present content is what a crash restores. The caller keeps writers out.
     *
     * @param tail the end of the file's used part; a restore cuts off what comes after it
     */
    public void commit(long tail) {
        epoch++;
        VarHandle.fullFence();
        journal.putLong(UndoJournalLayout.EPOCH_AT, epoch);
        VarHandle.fullFence();
        records = 0;
        freshPage = tail >>> UndoJournalLayout.PAGE_SHIFT;
        savedPages = new long[savedPages.length];
    }

    /** The epoch with which a journal that replaces this one begins. */
    public long nextEpoch() {
        return epoch + 1;
    }

    public void close() {
        journal.close();
    }

    private boolean isSaved(long number) {
        if (number >= freshPage) {
            return true;
        }
        long[] words = savedPages;
        int word = (int) (number >>> 6);
        return word < words.length && ((long) WORD.getAcquire(words, word) & (1L << number)) != 0;
    }

    private void copy(long number) {
        LockWaitLimit.lock(lock);
        try {
            if (!isSaved(number)) {
                write(number);
                markSaved(number);
            }
        } finally {
            lock.unlock();
        }
    }

    private void write(long pageNumber) {
        int number = records;
        long at = UndoJournalLayout.at(number);
        journal.ensureAvailable(at + UndoJournalLayout.RECORD);
        file.getData(pageNumber << UndoJournalLayout.PAGE_SHIFT, page, 0, UndoJournalLayout.PAGE);
        journal.putData(at + UndoJournalLayout.RECORD_HEADER, page, 0, UndoJournalLayout.PAGE);
        journal.putLong(at, epoch);
        journal.putLong(at + UndoJournalLayout.PAGE_NUMBER_AT, pageNumber);
        journal.putInt(at + UndoJournalLayout.SUM_AT, UndoJournalLayout.sum(epoch, pageNumber, page));
        records = number + 1;
        VarHandle.fullFence();
    }

    private void markSaved(long number) {
        int word = (int) (number >>> 6);
        long[] words = savedPages;
        if (word >= words.length) {
            words = Arrays.copyOf(words, Math.max(word + 1, 2 * words.length));
            savedPages = words;
        }
        WORD.setRelease(words, word, words[word] | (1L << number));
    }
}
