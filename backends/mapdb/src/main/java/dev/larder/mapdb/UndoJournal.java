package dev.larder.mapdb;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What lets a file go back to its last commit. Before a page of the file is changed for the first time
 * since then, it is copied here; {@link UndoReplay} puts the copies back after a kill. A commit is one
 * write of eight bytes: the next epoch, which makes all copies void.
 *
 * <p>MapDB's own log of transactions was not used: it is not read when a file is opened, so that a kill
 * during a commit costs everything, and it makes a put several times dearer.
 *
 * <p>Both files are mapped. What a killed process wrote into a mapping stays; only if the machine itself
 * goes down could the order of the two be lost, and so the journal names the boot it belongs to.
 */
final class UndoJournal {
    /** So many copies make a commit due, whatever the time. */
    private static final int MANY = 1 << 14;

    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

    private final ReentrantLock lock = new ReentrantLock();
    private final FileVolume journal;
    private final FileVolume file;
    private final byte[] page = new byte[UndoLayout.PAGE];
    private volatile long[] kept = new long[1 << 10];
    private volatile int records;
    private volatile long freshPage;
    private long epoch;

    private UndoJournal(FileVolume journal, FileVolume file) {
        this.journal = journal;
        this.file = file;
    }

    /** Begins a journal for a file that is as it was last committed. */
    static UndoJournal begin(Path path, FileVolume file, long epoch) {
        UndoJournal begun = new UndoJournal(new FileVolume(path, FileSettings.SMALLEST_STEP), file);
        begun.journal.putLong(UndoLayout.BOOT_AT, Boot.id());
        begun.epoch = epoch - 1;
        begun.forget(UndoLayout.tail(file.getLong(UndoLayout.FILE_TAIL_AT)));
        VarHandle.fullFence();
        begun.journal.putLong(UndoLayout.MAGIC_AT, UndoLayout.MAGIC);
        return begun;
    }

    /** Called before each change of the file. */
    void keep(long offset, int size) {
        long last = (offset + size - 1) >>> UndoLayout.PAGE_SHIFT;
        for (long each = offset >>> UndoLayout.PAGE_SHIFT; each <= last; each++) {
            if (!isKept(each)) {
                copy(each);
            }
        }
    }

    /** Makes room for the copies of one operation that changes so many bytes. */
    void makeRoom(long bytes) {
        long pages = 256 + 2 * (bytes >>> UndoLayout.PAGE_SHIFT);
        journal.ensureAvailable(UndoLayout.at(Math.toIntExact(records + pages)) + UndoLayout.RECORD);
    }

    boolean isLong() {
        return records > MANY;
    }

    boolean isEmpty() {
        return records == 0;
    }

    /**
     * The commit: what the file holds now is what it will go back to. No one writes meanwhile.
     *
     * @param tail where the used part of the file ends: what comes later is cut off by going back
     */
    void forget(long tail) {
        epoch++;
        VarHandle.fullFence();
        journal.putLong(UndoLayout.EPOCH_AT, epoch);
        VarHandle.fullFence();
        records = 0;
        freshPage = tail >>> UndoLayout.PAGE_SHIFT;
        kept = new long[kept.length];
    }

    /** The epoch that a next journal in this one's place begins with. */
    long nextEpoch() {
        return epoch + 1;
    }

    void close() {
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
        Patience.lock(lock);
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
        long at = UndoLayout.at(number);
        journal.ensureAvailable(at + UndoLayout.RECORD);
        file.getData(pageNumber << UndoLayout.PAGE_SHIFT, page, 0, UndoLayout.PAGE);
        journal.putData(at + UndoLayout.RECORD_HEADER, page, 0, UndoLayout.PAGE);
        journal.putLong(at, epoch);
        journal.putLong(at + UndoLayout.PAGE_NUMBER_AT, pageNumber);
        journal.putInt(at + UndoLayout.SUM_AT, UndoLayout.sum(epoch, pageNumber, page));
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
