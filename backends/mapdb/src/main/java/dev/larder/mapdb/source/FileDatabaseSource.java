package dev.larder.mapdb.source;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.larder.mapdb.compaction.FileCompaction;
import dev.larder.mapdb.database.CacheSize;
import dev.larder.mapdb.database.OpenDatabase;
import dev.larder.mapdb.file.FileOperations;
import dev.larder.mapdb.file.FilePaths;
import dev.larder.mapdb.file.FileVolume;
import dev.larder.mapdb.file.ProcessFileLock;
import dev.larder.mapdb.file.UninterruptedExecutor;
import dev.larder.mapdb.setting.Durability;
import dev.larder.mapdb.setting.FileSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mapdb.DBMaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that later processes read again. The order in which things reach the disk makes it safe:
 *
 * <ol>
 * <li>A new file is created under another name and renamed in one step. An incomplete file never has the real name.
 * <li>A marker (with durability=crash: the undo journal) is created before the file is opened.
 * <li>The marker is deleted only after the file is closed in order and all its bytes are on the disk.
 * </ol>
 *
 * <p>So a file without marker or journal is complete. A file with a marker is not trusted, whatever it contains.
 */
public final class FileDatabaseSource implements DatabaseSource {
    static final long PRESET_BYTES = 1L << 30;

    private static final long SPACE_LEFT = 32L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(FileDatabaseSource.class);

    private final FilePaths filePaths;
    private final FileSettings settings;
    private @Nullable ProcessFileLock fileLock;

    public FileDatabaseSource(FilePaths filePaths, FileSettings settings) {
        this.filePaths = filePaths;
        this.settings = settings;
    }

    @Override
    public OpenDatabase open() {
        return UninterruptedExecutor.call(() -> {
            try {
                fileLock = ProcessFileLock.take(filePaths);
            } catch (IOException failure) {
                throw new IllegalArgumentException(
                        "file '" + filePaths.file() + "' cannot be opened for writing (" + failure
                                + "); its folder must exist and be writable, for the file and the files beside it",
                        failure);
            }
            return opened();
        });
    }

    private OpenDatabase opened() {
        try {
            Files.deleteIfExists(filePaths.next());
            Files.deleteIfExists(filePaths.copy());
            return new FileOpening(filePaths, settings).run();
        } catch (IOException | UncheckedIOException failure) {
            release();
            throw new IllegalArgumentException(
                    "file '" + filePaths.file() + "' cannot be opened (" + failure
                            + "); make sure that its disk has free space and that the file is writable",
                    failure);
        } catch (RuntimeException | Error failure) {
            release();
            throw failure;
        }
    }

    @Override
    public OpenDatabase replace(OpenDatabase failed, Throwable cause) {
        return UninterruptedExecutor.call(() -> {
            dropQuietly(failed, cause);
            Path backup = FileOperations.moveAside(filePaths);
            LOG.warn("file '{}' failed and was moved to '{}'; its caches start empty", filePaths.file(), backup, cause);
            return new FileOpening(filePaths, settings).createEmpty();
        });
    }

    private static void dropQuietly(OpenDatabase failed, Throwable cause) {
        try {
            failed.abandon();
        } catch (RuntimeException | Error asWell) {
            cause.addSuppressed(asWell);
        }
    }

    @Override
    public @Nullable OpenDatabase openMigrationTarget(OpenDatabase used) {
        if (!FileCompaction.isDue(used.freePercent(), used.usedBytes(), settings)) {
            return null;
        }
        return UninterruptedExecutor.call(() -> {
            long room = Files.getFileStore(filePaths.file()).getUsableSpace();
            if (room < used.usedBytes() + SPACE_LEFT) {
                throw new IOException("the disk has only " + room + " bytes left");
            }
            Files.deleteIfExists(filePaths.copy());
            FileVolume volume = new FileVolume(filePaths.copy(), settings.growthStep());
            return OpenDatabase.of(DBMaker.volumeDB(volume, false).make(), volume, null);
        });
    }

    /**
     * Both databases are closed before the new file takes the old one's name, and at that moment the journal has
     * nothing to undo. Whenever a kill comes, one of the two files is there, is complete and fits the journal or marker
     * beside it.
     */
    @Override
    public OpenDatabase switchTo(OpenDatabase used, OpenDatabase target) {
        return UninterruptedExecutor.call(() -> {
            target.closeAsIs();
            long epoch = used.retire();
            try {
                Files.move(filePaths.copy(), filePaths.file(), ATOMIC_MOVE, REPLACE_EXISTING);
            } catch (IOException failure) {
                LOG.info(
                        "file '{}' could not be replaced by its compacted copy; the old file stays in use",
                        filePaths.file(),
                        failure);
            }
            return new FileOpening(filePaths, settings).reopen(epoch);
        });
    }

    @Override
    public void discard(OpenDatabase target) {
        UninterruptedExecutor.run(() -> {
            target.closeAsIs();
            Files.deleteIfExists(filePaths.copy());
        });
    }

    @Override
    public void close(OpenDatabase openDatabase, Map<String, CacheSize> amounts) {
        UninterruptedExecutor.run(() -> {
            try {
                if (openDatabase.fault == null) {
                    closeInOrder(openDatabase, amounts);
                } else {
                    LOG.warn(
                            "file '{}' failed before it was closed; the next start does not reuse it",
                            filePaths.file());
                    openDatabase.abandon();
                }
            } finally {
                release();
            }
        });
    }

    private void closeInOrder(OpenDatabase openDatabase, Map<String, CacheSize> amounts) throws IOException {
        int idle = openDatabase.freePercent();
        long used = openDatabase.usedBytes();
        openDatabase.close(amounts);
        forceAndUnmark(used);
        new FileCompaction(filePaths, settings).runIfDue(idle, used);
    }

    /** Forces the closed file to the disk. Only then it deletes the marker and the journal. */
    private void forceAndUnmark(long used) throws IOException {
        FileOperations.truncate(filePaths.file(), used);
        FileOperations.force(filePaths.file());
        FileOperations.deleteMarker(filePaths.dirty());
        FileOperations.deleteMarker(filePaths.undo());
    }

    private void release() {
        ProcessFileLock held = fileLock;
        fileLock = null;
        if (held != null) {
            try {
                held.release();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public long defaultMaxBytes() {
        return PRESET_BYTES;
    }

    @Override
    public long commitMillis() {
        return settings.durability() == Durability.CRASH
                ? settings.commitInterval().toMillis()
                : 0;
    }
}
