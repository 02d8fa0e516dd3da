package dev.larder.mapdb.database;

import dev.larder.mapdb.file.SlicedVolume;
import dev.larder.mapdb.journal.UndoJournal;
import dev.larder.mapdb.lock.RejectedWriteException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mapdb.DB;
import org.mapdb.StoreDirect;

/** One open database, for as long as it can be trusted. */
public final class OpenDatabase {
    private static final long RESERVE = 4L << 20;
    private static final int WHOLE = 100;

    private final DB db;
    private final DatabaseMetadata databaseMetadata;
    private final @Nullable SlicedVolume volume;
    private final @Nullable UndoJournal journal;
    private volatile boolean retired;
    /**
     * What stopped a change in the middle, or shows that the file is damaged; null if nothing has. It is a field, set
     * where the failure is caught, because a method call could fail for lack of stack.
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

    /** Opens the application's database. Larder does not manage its space. */
    public static OpenDatabase ofApplication(DB db) {
        return new OpenDatabase(db, DatabaseMetadata.create(db), null, null);
    }

    public DB db() {
        return db;
    }

    public DatabaseMetadata metadata() {
        return databaseMetadata;
    }

    /**
     * Ensures room for a change of this size before anything is changed. What several threads write at once is small
     * compared with the reserve.
     *
     * @throws RejectedWriteException if there is no room
     */
    public void makeRoom(long bytes) {
        SlicedVolume space = volume;
        if (space != null) {
            try {
                space.ensureAvailable(usedBytes() + RESERVE + 2 * bytes);
                if (journal != null) {
                    journal.makeRoom(bytes);
                }
            } catch (RuntimeException | Error full) {
                if (retired) {
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
        return journal != null && journal.isCommitDue();
    }

    /** Commits: a crash from now on restores the present content. The caller keeps writers out. */
    public void commit(Map<String, CacheSize> amounts) {
        UndoJournal undo = journal;
        if (undo != null && !undo.isEmpty() && fault == null) {
            change(() -> {
                databaseMetadata.save(amounts);
                db.commit();
                undo.commit(usedBytes());
            });
        }
    }

    /** Closes the database in order. */
    public void close(Map<String, CacheSize> amounts) {
        databaseMetadata.save(amounts);
        databaseMetadata.dropEmpty();
        db.commit();
        closeAsIs();
    }

    /**
     * Closes the database so that another one can take over. Its content is complete, and its journal has nothing to
     * undo. The caller keeps writers out. A read that runs meanwhile may fail; {@link #isRetired} then says why.
     *
     * @return the epoch with which the next journal begins
     */
    public long retire() {
        retired = true;
        db.commit();
        long used = usedBytes();
        db.close();
        if (journal == null) {
            return 0;
        }
        journal.commit(used);
        journal.close();
        return journal.nextEpoch();
    }

    /** Whether another database with the same content has taken over. */
    public boolean isRetired() {
        return retired;
    }

    /** Marks the database as failed after it was closed: no other one with the same content could take over. */
    public void markFailed() {
        retired = false;
    }

    /** Makes a change of many records. Any failure marks the database as faulty. */
    <T extends @Nullable Object> T changing(Supplier<T> change) {
        try {
            return change.get();
        } catch (RuntimeException | Error stopped) {
            fault = stopped;
            throw stopped;
        }
    }

    /** Like {@link #changing}, for work without a result. */
    public void change(Runnable change) {
        changing(() -> {
            change.run();
            return null;
        });
    }

    /**
     * Closes a database that failed. It calls nothing of MapDB: a thread that was stopped there may have left locks
     * behind.
     */
    public void abandon() {
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

    /** Closes the database as it is. */
    public void closeAsIs() {
        try {
            db.close();
        } finally {
            if (journal != null) {
                journal.close();
            }
        }
    }

    /** The bytes in use, including the free space between records. */
    public long usedBytes() {
        return db.getStore() instanceof StoreDirect store ? store.getTotalSize() : 0;
    }

    /** The free share of the bytes in use, in percent. */
    public int freePercent() {
        return db.getStore() instanceof StoreDirect store ? (int) (WHOLE * store.getFreeSize() / usedBytes()) : 0;
    }
}
