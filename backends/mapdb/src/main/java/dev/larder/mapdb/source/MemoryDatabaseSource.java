package dev.larder.mapdb.source;

import dev.larder.mapdb.compaction.FileCompaction;
import dev.larder.mapdb.database.CacheSize;
import dev.larder.mapdb.database.OpenDatabase;
import dev.larder.mapdb.file.MemoryVolume;
import dev.larder.mapdb.file.UninterruptedExecutor;
import dev.larder.mapdb.setting.FileSettings;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mapdb.DBMaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Memory outside the heap. Its content ends with the manager. */
public final class MemoryDatabaseSource implements DatabaseSource {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryDatabaseSource.class);
    private static final int STEP = 1 << 20;
    private static final long PRESET_BYTES = 256L << 20;

    private final FileSettings settings;

    public MemoryDatabaseSource(FileSettings settings) {
        this.settings = settings;
    }

    @Override
    public OpenDatabase open() {
        return UninterruptedExecutor.call(() -> {
            MemoryVolume volume = new MemoryVolume(STEP);
            return OpenDatabase.of(DBMaker.volumeDB(volume, false).make(), volume, null);
        });
    }

    @Override
    public OpenDatabase replace(OpenDatabase failed, Throwable cause) {
        LOG.warn("the database mapdb:memory failed; its caches start empty", cause);
        OpenDatabase fresh = open();
        failed.abandon();
        return fresh;
    }

    @Override
    public @Nullable OpenDatabase openMigrationTarget(OpenDatabase used) {
        return FileCompaction.isDue(used.freePercent(), used.usedBytes(), settings) ? open() : null;
    }

    @Override
    public OpenDatabase switchTo(OpenDatabase used, OpenDatabase target) {
        used.retire();
        return target;
    }

    @Override
    public void discard(OpenDatabase target) {
        target.closeAsIs();
    }

    @Override
    public void close(OpenDatabase openDatabase, Map<String, CacheSize> amounts) {
        if (openDatabase.fault == null) {
            openDatabase.closeAsIs();
        } else {
            openDatabase.abandon();
        }
    }

    @Override
    public long defaultMaxBytes() {
        return PRESET_BYTES;
    }

    @Override
    public long commitMillis() {
        return 0;
    }
}
