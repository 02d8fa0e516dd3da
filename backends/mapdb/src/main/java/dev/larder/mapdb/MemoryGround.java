package dev.larder.mapdb;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mapdb.DBMaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Memory outside the heap, gone with the manager. */
final class MemoryGround implements Ground {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryGround.class);
    private static final int STEP = 1 << 20;
    private static final long PRESET_BYTES = 256L << 20;

    private final FileSettings settings;

    MemoryGround(FileSettings settings) {
        this.settings = settings;
    }

    @Override
    public Vessel open() {
        return Uninterrupted.call(() -> {
            MemoryVolume volume = new MemoryVolume(STEP);
            return Vessel.of(DBMaker.volumeDB(volume, false).make(), volume, null);
        });
    }

    @Override
    public Vessel replace(Vessel failed, Throwable cause) {
        LOG.warn("mapdb:memory failed; its caches start empty", cause);
        Vessel fresh = open();
        failed.abandon();
        return fresh;
    }

    @Override
    public @Nullable Vessel spare(Vessel used) {
        return Compaction.isDue(used.idle(), used.used(), settings) ? open() : null;
    }

    @Override
    public Vessel relieve(Vessel used, Vessel spare) {
        used.retire();
        return spare;
    }

    @Override
    public void discard(Vessel spare) {
        spare.drop();
    }

    @Override
    public void close(Vessel vessel, Map<String, Amount> amounts) {
        if (vessel.fault == null) {
            vessel.drop();
        } else {
            vessel.abandon();
        }
    }

    @Override
    public long presetBytes() {
        return PRESET_BYTES;
    }

    @Override
    public long commitMillis() {
        return 0;
    }
}
