package dev.larder.mapdb.database;

import dev.larder.mapdb.CacheSize;
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
        return OpenDatabase.foreign(db);
    }

    @Override
    public OpenDatabase replace(OpenDatabase failed, Throwable cause) {
        throw new IllegalStateException(
                "the application's MapDB database failed; it is not Larder's to replace: open another", cause);
    }

    @Override
    public @Nullable OpenDatabase spare(OpenDatabase used) {
        return null;
    }

    @Override
    public OpenDatabase relieve(OpenDatabase used, OpenDatabase spare) {
        throw new IllegalStateException("the application's MapDB database is not Larder's to write anew");
    }

    @Override
    public void discard(OpenDatabase spare) {
        spare.drop();
    }

    @Override
    public void close(OpenDatabase openDatabase, Map<String, CacheSize> amounts) {
        if (!db.isClosed() && openDatabase.fault == null) {
            openDatabase.catalogue().save(amounts);
        }
    }

    @Override
    public long presetBytes() {
        return FileDatabaseSource.PRESET_BYTES;
    }

    @Override
    public long commitMillis() {
        return 0;
    }
}
