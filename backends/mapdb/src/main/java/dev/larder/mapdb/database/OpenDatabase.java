package dev.larder.mapdb.database;

import dev.larder.mapdb.CacheSize;
import dev.larder.mapdb.file.SlicedVolume;
import dev.larder.mapdb.journal.UndoJournal;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mapdb.DB;
import org.mapdb.StoreDirect;

/** One open database, as long as it can be trusted. */
public final class OpenDatabase {
    private static final long RESERVE = 4L << 20;
    private static final int WHOLE = 100;

    private final DB db;
    private final DatabaseMetadata databaseMetadata;
    private final @Nullable SlicedVolume volume;
    private final @Nullable UndoJournal journal;
    private volatile boolean left;
    /**
     * What stopped a change in the middle, or shows that the file is damaged; null if nothing has. It is set as a field,
     * where it is caught: a call could fail for want of stack.
     */
    public volatile @Nullable Throwable fault;

    private OpenDatabase(
            DB db, DatabaseMetadata databaseMetadata, @Nullable SlicedVolume volume, @Nullable UndoJournal journal) {
        this.db = db;
        this.databaseMetadata = databaseMetadata;
        this.volume = volume;
        this.journal = journal;
    }

    public static OpenDatabase of(DB db, SlicedVolume volume, @Nullable UndoJournal journal) {
        return new OpenDatabase(db, DatabaseMetadata.create(db), volume, journal);
    }

    /** On a database of the application's, whose space is not ours to provide. */
    static OpenDatabase foreign(DB db) {
        return new OpenDatabase(db, DatabaseMetadata.create(db), null, null);
    }

    public DB db() {
        return db;
    }

    public DatabaseMetadata catalogue() {
        return databaseMetadata;
    }

    /**
     * Makes sure that a change of so many bytes finds room, before anything is changed. What several threads
     * write at once is small beside the reserve.
     *
     * @throws RejectedWriteException if there is none to be had
     */
    public void makeRoom(long bytes) {
        SlicedVolume space = volume;
        if (space != null) {
            try {
                space.ensureAvailable(used() + RESERVE + 2 * bytes);
                if (journal != null) {
                    journal.makeRoom(bytes);
                }
            } catch (RuntimeException | Error full) {
                if (left) {
                    throw new DatabaseReplacedException();
                }
                throw new RejectedWriteException(
                        "the MapDB store cannot grow beyond " + space.available()
                                + " bytes; nothing was written: free some space, or bound the caches by max-bytes",
                        full);
            }
        }
    }

    /** Whether so much has changed that the next commit should not wait. */
    public boolean isCommitDue() {
        return journal != null && journal.isLong();
    }

    /** Makes what is there now what a crash leaves. No one writes meanwhile. */
    public void commit(Map<String, CacheSize> amounts) {
        UndoJournal undo = journal;
        if (undo != null && !undo.isEmpty() && fault == null) {
            change(() -> {
                databaseMetadata.save(amounts);
                db.commit();
                undo.forget(used());
            });
        }
    }

    /** Ends it in order. */
    void close(Map<String, CacheSize> amounts) {
        databaseMetadata.save(amounts);
        databaseMetadata.forgetEmpty();
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
    public boolean isLeft() {
        return left;
    }

    /** It has ended, and nothing that held the same could take its place. */
    public void fail() {
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
    public void change(Runnable change) {
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
    public void drop() {
        try {
            db.close();
        } finally {
            if (journal != null) {
                journal.close();
            }
        }
    }

    /** The bytes in use, idle ones between them included. */
    public long used() {
        return db.getStore() instanceof StoreDirect store ? store.getTotalSize() : 0;
    }

    /** The share of the bytes in use that lie idle, in percent. */
    int idle() {
        return db.getStore() instanceof StoreDirect store ? (int) (WHOLE * store.getFreeSize() / used()) : 0;
    }
}
