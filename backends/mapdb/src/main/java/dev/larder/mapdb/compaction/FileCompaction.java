package dev.larder.mapdb.compaction;

import dev.larder.mapdb.database.KeyStripes;
import dev.larder.mapdb.database.OpenDatabase;
import dev.larder.mapdb.file.FileOperations;
import dev.larder.mapdb.file.FilePaths;
import dev.larder.mapdb.file.FileVolume;
import dev.larder.mapdb.setting.FileSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.mapdb.DBMaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites a closed file if too much of it is unused. It writes a copy and then replaces the file in one atomic step,
 * so a kill loses nothing. If it takes too long, the file stays as it was until the next time.
 */
public final class FileCompaction {
    private static final Logger LOG = LoggerFactory.getLogger(FileCompaction.class);
    private static final Duration MAX_DURATION = Duration.ofSeconds(10);
    private static final long MIN_USED_BYTES = 4L << 20;

    private final FilePaths filePaths;
    private final FileSettings settings;

    public FileCompaction(FilePaths filePaths, FileSettings settings) {
        this.filePaths = filePaths;
        this.settings = settings;
    }

    /**
     * Compacts the file if it is due.
     *
     * @param idle the unused share of the file, in percent
     * @param used the size of the file in bytes
     */
    public void runIfDue(int idle, long used) throws IOException {
        if (isDue(idle, used, settings)) {
            try {
                copy();
                FileOperations.force(filePaths.next());
                FileOperations.replace(filePaths.file(), filePaths.next());
            } catch (IOException | RuntimeException failure) {
                Files.deleteIfExists(filePaths.next());
                LOG.info("file '{}' was not compacted this time: {}", filePaths.file(), failure.toString());
            }
        }
    }

    public static boolean isDue(int idle, long used, FileSettings settings) {
        return idle > settings.compactThreshold() && used > MIN_USED_BYTES;
    }

    private void copy() throws IOException {
        long end = System.nanoTime() + MAX_DURATION.toNanos();
        OpenDatabase from = openDatabase(filePaths.file(), true);
        OpenDatabase to = openDatabase(filePaths.next(), false);
        try {
            OnlineMigration onlineMigration = new OnlineMigration(new KeyStripes(), from, to);
            if (!onlineMigration.copy(end)) {
                throw new CancellationException("the compaction took more than " + MAX_DURATION.toSeconds() + " s");
            }
            onlineMigration.copyMetadata();
        } finally {
            long used = to.usedBytes();
            to.closeAsIs();
            from.closeAsIs();
            FileOperations.truncate(filePaths.next(), used);
        }
    }

    private OpenDatabase openDatabase(Path path, boolean exists) {
        FileVolume volume = new FileVolume(path, settings.growthStep());
        return OpenDatabase.of(DBMaker.volumeDB(volume, exists).make(), volume, null);
    }
}
