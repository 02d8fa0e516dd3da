package dev.larder.mapdb;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mapdb.DB;
import org.mapdb.StoreDirect;

/** One open database, as long as it can be trusted. */
final class Vessel {
    private static final long RESERVE = 4L << 20;
    private static final int WHOLE = 100;

    private final DB db;
    private final Catalogue catalogue;
    private final @Nullable SlicedVolume volume;
    private final @Nullable UndoJournal journal;
    private volatile boolean left;
    /**
     * What stopped a change in the middle, or shows that the file is damaged; null if nothing has. It is set as a field,
     * where it is caught: a call could fail for want of stack.
     */
    volatile @Nullable Throwable fault;

    private Vessel(DB db, Catalogue catalogue, @Nullable SlicedVolume volume, @Nullable UndoJournal journal) {
        this.db = db;
        this.catalogue = catalogue;
        this.volume = volume;
        this.journal = journal;
    }

    static Vessel of(DB db, SlicedVolume volume, @Nullable UndoJournal journal) {
        return new Vessel(db, Catalogue.create(db), volume, journal);
    }

    /** On a database of the application's, whose space is not ours to provide. */
    static Vessel foreign(DB db) {
        return new Vessel(db, Catalogue.create(db), null, null);
    }

    DB db() {
        return db;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /**
     * Makes sure that a change of so many bytes finds room, before anything is changed. What several threads
     * write at once is small beside the reserve.
     *
     * @throws Refusal if there is none to be had
     */
    void makeRoom(long bytes) {
        SlicedVolume space = volume;
        if (space != null) {
            try {
                space.ensureAvailable(used() + RESERVE + 2 * bytes);
                if (journal != null) {
                    journal.makeRoom(bytes);
                }
            } catch (RuntimeException | Error full) {
                if (left) {
                    throw new Left();
                }
                throw new Refusal(
                        "the MapDB store cannot grow beyond " + space.available()
                                + " bytes; nothing was written: free some space, or bound the caches by max-bytes",
                        full);
            }
        }
    }

    /** Whether so much has changed that the next commit should not wait. */
    boolean isCommitDue() {
        return journal != null && journal.isLong();
    }

    /** Makes what is there now what a crash leaves. No one writes meanwhile. */
    void commit(Map<String, Amount> amounts) {
        UndoJournal undo = journal;
        if (undo != null && !undo.isEmpty() && fault == null) {
            change(() -> {
                catalogue.save(amounts);
                db.commit();
                undo.forget(used());
            });
        }
    }

    /** Ends it in order. */
    void close(Map<String, Amount> amounts) {
        catalogue.save(amounts);
        catalogue.forgetEmpty();
        db.commit();
        drop();
    }

    /**
     * Ends it for another one to go on. It is as it was written, and its journal has nothing to undo. Nobody
     * writes meanwhile; who reads finds that it has been left.
     *
     * @return the epoch that the next journal begins with
     */
    long retire() {
        left = true;
        db.commit();
        long used = used();
        db.close();
        if (journal == null) {
            return 0;
        }
        journal.forget(used);
        journal.close();
        return journal.nextEpoch();
    }

    /** Whether another one has taken its place, with all that it held. */
    boolean isLeft() {
        return left;
    }

    /** It has ended, and nothing that held the same could take its place. */
    void fail() {
        left = false;
    }

    /**
     * Makes a change of many records. If anything stops it the database is not trusted any more.
     */
    <T extends @Nullable Object> T changing(Supplier<T> change) {
        try {
            return change.get();
        } catch (RuntimeException | Error stopped) {
            fault = stopped;
            throw stopped;
        }
    }

    /** {@link #changing} for what gives nothing. */
    void change(Runnable change) {
        changing(() -> {
            change.run();
            return null;
        });
    }

    /**
     * Ends one that failed. Nothing of MapDB's is called: whoever was stopped in it may have left its locks behind.
     */
    void abandon() {
        try {
            if (volume != null) {
                volume.close();
            }
        } finally {
            if (journal != null) {
                journal.close();
            }
        }
    }

    /** Ends it as it is. */
    void drop() {
        try {
            db.close();
        } finally {
            if (journal != null) {
                journal.close();
            }
        }
    }

    /** The bytes in use, idle ones between them included. */
    long used() {
        return db.getStore() instanceof StoreDirect store ? store.getTotalSize() : 0;
    }

    /** The share of the bytes in use that lie idle, in percent. */
    int idle() {
        return db.getStore() instanceof StoreDirect store ? (int) (WHOLE * store.getFreeSize() / used()) : 0;
    }
}
