package dev.larder.mapdb.compaction;

import dev.larder.mapdb.database.OpenDatabase;
import org.jspecify.annotations.Nullable;

/** A database whose caches an {@link OnlineCompactor} migrates to a new one while they are in use. */
public interface MigratableDatabase {
    boolean isClosed();

    /** Begins to migrate all caches to a new database. Returns null if there is no need. */
    @Nullable
    OnlineMigration beginMigration();

    /** Completes the migration after all entries have been copied: the new database comes into use. */
    void finishMigration(OnlineMigration done);

    /** Cancels the migration that {@link #beginMigration} began. The database in use stays in use. */
    void cancelMigration(OpenDatabase target);
}
