package dev.larder.mapdb.source;

import dev.larder.mapdb.database.CacheSize;
import dev.larder.mapdb.database.OpenDatabase;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mapdb.DB;

/** The application's own database. The application opens, commits and closes it. */
public final class ApplicationDatabaseSource implements DatabaseSource {
    private final DB db;

    public ApplicationDatabaseSource(DB db) {
        this.db = db;
    }

    @Override
    public OpenDatabase open() {
        return OpenDatabase.ofApplication(db);
    }

    @Override
    public OpenDatabase replace(OpenDatabase failed, Throwable cause) {
        throw new IllegalStateException(
                "the application's MapDB database failed; Larder cannot replace it: open another one", cause);
    }

    @Override
    public @Nullable OpenDatabase openMigrationTarget(OpenDatabase used) {
        return null;
    }

    @Override
    public OpenDatabase switchTo(OpenDatabase used, OpenDatabase target) {
        throw new IllegalStateException("Larder does not compact or rewrite the application's MapDB database");
    }

    @Override
    public void discard(OpenDatabase target) {
        target.closeAsIs();
    }

    @Override
    public void close(OpenDatabase openDatabase, Map<String, CacheSize> amounts) {
        if (!db.isClosed() && openDatabase.fault == null) {
            openDatabase.metadata().save(amounts);
        }
    }

    @Override
    public long defaultMaxBytes() {
        return FileDatabaseSource.PRESET_BYTES;
    }

    @Override
    public long commitMillis() {
        return 0;
    }
}
