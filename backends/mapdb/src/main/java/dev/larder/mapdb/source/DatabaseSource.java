package dev.larder.mapdb.source;

import dev.larder.mapdb.database.CacheSize;
import dev.larder.mapdb.database.OpenDatabase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a database comes from, and how it is replaced and closed. */
public interface DatabaseSource {
    /**
     * Opens the database for the first time.
     *
     * @throws IllegalArgumentException if that is impossible; the message says why
     */
    OpenDatabase open();

    /**
     * Opens an empty database in place of one that failed.
     *
     * @throws IllegalStateException if the failed one is the application's
     */
    OpenDatabase replace(OpenDatabase failed, Throwable cause);

    /** Opens an empty database as the target of a migration. Returns null if none is needed. */
    @Nullable
    OpenDatabase openMigrationTarget(OpenDatabase used);

    /**
     * Replaces the database in use by another one with the same content. The caller keeps writers out.
     *
     * @return the database to use from now on
     */
    OpenDatabase switchTo(OpenDatabase used, OpenDatabase target);

    /** Discards the target of a migration that was cancelled. */
    void discard(OpenDatabase target);

    /** Closes the database in order, so that it can be opened again. */
    void close(OpenDatabase openDatabase, Map<String, CacheSize> amounts);

    /** The bound in bytes of a cache for which no bound is set. */
    long defaultMaxBytes();

    /** The time between commits in milliseconds; 0 for no commits. */
    long commitMillis();
}
