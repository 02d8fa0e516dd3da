package dev.larder.mapdb;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mapdb.DB;

/** The application's own database: it opens, commits and closes it. */
final class ForeignGround implements Ground {
    private final DB db;

    ForeignGround(DB db) {
        this.db = db;
    }

    @Override
    public Vessel open() {
        return Vessel.foreign(db);
    }

    @Override
    public Vessel replace(Vessel failed, Throwable cause) {
        throw new IllegalStateException(
                "the application's MapDB database failed; it is not Larder's to replace: open another", cause);
    }

    @Override
    public @Nullable Vessel spare(Vessel used) {
        return null;
    }

    @Override
    public Vessel relieve(Vessel used, Vessel spare) {
        throw new IllegalStateException("the application's MapDB database is not Larder's to write anew");
    }

    @Override
    public void discard(Vessel spare) {
        spare.drop();
    }

    @Override
    public void close(Vessel vessel, Map<String, Amount> amounts) {
        if (!db.isClosed() && vessel.fault == null) {
            vessel.catalogue().save(amounts);
        }
    }

    @Override
    public long presetBytes() {
        return FileGround.PRESET_BYTES;
    }

    @Override
    public long commitMillis() {
        return 0;
    }
}
