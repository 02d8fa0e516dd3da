package dev.larder.mapdb.journal;

import dev.larder.mapdb.FileSettings;
import dev.larder.mapdb.LockWaitLimit;
import dev.larder.mapdb.file.BootId;
import dev.larder.mapdb.file.FileVolume;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What lets a file go back to its last commit. Before a page of the file is changed for the first time
 * since then, it is copied here; {@link UndoJournalReplay} puts the copies back after a kill. A commit is one
 * write of eight bytes: the next epoch, which makes all copies void.
 *
 * <p>MapDB's own log of transactions was not used: it is not read when a file is opened, so that a kill
 * during a commit costs everything, and it makes a put several times dearer.
 *
 * <p>Both files are mapped. What a killed process wrote into a mapping stays; only if the machine itself
 * goes down could the order of the two be lost, and so the journal names the boot it belongs to.
 */
public final class UndoJournal {
    /** So many copies make a commit due, whatever the time. */
    private static final int MANY = 1 << 14;

    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

    private final ReentrantLock lock = new ReentrantLock();
    private final FileVolume journal;
    private final FileVolume file;
    private final byte[] page = new byte[UndoJournalLayout.PAGE];
    private volatile long[] kept = new long[1 << 10];
    private volatile int records;
    private volatile long freshPage;
    private long epoch;

    private UndoJournal(FileVolume journal, FileVolume file) {
        this.journal = journal;
        this.file = file;
    }

    /** Begins a journal for a file that is as it was last committed. */
    public static UndoJournal begin(Path path, FileVolume file, long epoch) {
        UndoJournal begun = new UndoJournal(new FileVolume(path, FileSettings.SMALLEST_STEP), file);
        begun.journal.putLong(UndoJournalLayout.BOOT_AT, BootId.id());
        begun.epoch = epoch - 1;
        begun.forget(UndoJournalLayout.tail(file.getLong(UndoJournalLayout.FILE_TAIL_AT)));
        VarHandle.fullFence();
        begun.journal.putLong(UndoJournalLayout.MAGIC_AT, UndoJournalLayout.MAGIC);
        return begun;
    }

    /** Called before each change of the file. */
    public void keep(long offset, int size) {
        long last = (offset + size - 1) >>> UndoJournalLayout.PAGE_SHIFT;
        for (long each = offset >>> UndoJournalLayout.PAGE_SHIFT; each <= last; each++) {
            if (!isKept(each)) {
                copy(each);
            }
        }
    }

    /** Makes room for the copies of one operation that changes so many bytes. */
    public void makeRoom(long bytes) {
        long pages = 256 + 2 * (bytes >>> UndoJournalLayout.PAGE_SHIFT);
        journal.ensureAvailable(UndoJournalLayout.at(Math.toIntExact(records + pages)) + UndoJournalLayout.RECORD);
    }

    public boolean isLong() {
        return records > MANY;
    }

    public boolean isEmpty() {
        return records == 0;
    }

    /**
     * The commit: what the file holds now is what it will go back to. No one writes meanwhile.
     *
     * @param tail where the used part of the file ends: what comes later is cut off by going back
     */
    public void forget(long tail) {
        epoch++;
        VarHandle.fullFence();
        journal.putLong(UndoJournalLayout.EPOCH_AT, epoch);
        VarHandle.fullFence();
        records = 0;
        freshPage = tail >>> UndoJournalLayout.PAGE_SHIFT;
        kept = new long[kept.length];
    }

    /** The epoch that a next journal in this one's place begins with. */
    public long nextEpoch() {
        return epoch + 1;
    }

    public void close() {
        journal.close();
    }

    private boolean isKept(long number) {
        if (number >= freshPage) {
            return true;
        }
        long[] words = kept;
        int word = (int) (number >>> 6);
        return word < words.length && ((long) WORD.getAcquire(words, word) & (1L << number)) != 0;
    }

    private void copy(long number) {
        LockWaitLimit.lock(lock);
        try {
            if (!isKept(number)) {
                write(number);
                mark(number);
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

    private void mark(long number) {
        int word = (int) (number >>> 6);
        long[] words = kept;
        if (word >= words.length) {
            words = Arrays.copyOf(words, Math.max(word + 1, 2 * words.length));
            kept = words;
        }
        WORD.setRelease(words, word, words[word] | (1L << number));
    }
}
