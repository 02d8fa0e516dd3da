package dev.larder.mapdb.source;

import dev.larder.mapdb.database.DatabaseMetadata;
import dev.larder.mapdb.database.OpenDatabase;
import dev.larder.mapdb.file.FileOperations;
import dev.larder.mapdb.file.FilePaths;
import dev.larder.mapdb.file.FileVolume;
import dev.larder.mapdb.journal.JournaledVolume;
import dev.larder.mapdb.journal.UndoJournal;
import dev.larder.mapdb.journal.UndoJournalReplay;
import dev.larder.mapdb.setting.Durability;
import dev.larder.mapdb.setting.FileSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.mapdb.DB;
import org.mapdb.DBMaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out in which state a file is, and opens it or creates a new one. */
final class FileOpening {
    private static final Logger LOG = LoggerFactory.getLogger(FileOpening.class);
    private static final int SIGNATURE = 0x4A03;
    private static final long FIRST_EPOCH = 1;

    private final FilePaths filePaths;
    private final FileSettings settings;

    FileOpening(FilePaths filePaths, FileSettings settings) {
        this.filePaths = filePaths;
        this.settings = settings;
    }

    /** Opens the existing file if it can be trusted. */
    OpenDatabase run() throws IOException {
        if (!Files.exists(filePaths.file())) {
            return createEmpty();
        }
        refuseForeignFile();
        long epoch = FIRST_EPOCH;
        if (Files.exists(filePaths.dirty())) {
            return createEmpty("was not closed before its process ended");
        }
        if (Files.exists(filePaths.undo())) {
            epoch = UndoJournalReplay.run(filePaths.undo(), filePaths.file());
            if (epoch < 0) {
                return createEmpty("was not closed before its machine stopped");
            }
            LOG.info(
                    "file '{}' was not closed before its process ended; it is restored to its last commit",
                    filePaths.file());
        }
        return openExisting(epoch);
    }

    private OpenDatabase openExisting(long epoch) throws IOException {
        String format;
        try {
            FileVolume volume = new FileVolume(filePaths.file(), settings.growthStep());
            createMarker();
            UndoJournal journal = journal(volume, epoch);
            DB db = database(volume, journal);
            format = DatabaseMetadata.formatOf(db);
            if (format.equals(DatabaseMetadata.FORMAT)) {
                return OpenDatabase.of(db, volume, journal);
            }
            db.close();
        } catch (UncheckedIOException failure) {
            throw failure.getCause(); // No space or no permission: that says nothing about the file.
        } catch (LinkageError classPath) {
            deleteMarkers(); // That says nothing about the file either.
            throw classPath;
        } catch (RuntimeException | Error damaged) {
            return createEmpty("cannot be read: " + damaged);
        }
        if (format.isEmpty()) {
            deleteMarkers();
            throw foreignFile("it is a MapDB database that Larder did not write");
        }
        return createEmpty("has the format " + format + " of another version of Larder; this one reads "
                + DatabaseMetadata.FORMAT);
    }

    private OpenDatabase createEmpty(String why) throws IOException {
        Path backup = FileOperations.moveAside(filePaths);
        LOG.warn("file '{}' {}; it was moved to '{}' and its caches start empty", filePaths.file(), why, backup);
        return createEmpty();
    }

    /** Creates a new, empty file. */
    OpenDatabase createEmpty() throws IOException {
        deleteMarkers();
        Files.deleteIfExists(filePaths.next());
        FileVolume fresh = new FileVolume(filePaths.next(), FileSettings.SMALLEST_STEP);
        DB db = DBMaker.volumeDB(fresh, false).make();
        DatabaseMetadata.create(db);
        db.commit();
        db.close();
        FileOperations.force(filePaths.next());
        FileOperations.replace(filePaths.file(), filePaths.next());
        createMarker();
        FileVolume volume = new FileVolume(filePaths.file(), settings.growthStep());
        volume.ensureAvailable(settings.startSize());
        UndoJournal journal = journal(volume, FIRST_EPOCH);
        return OpenDatabase.of(database(volume, journal), volume, journal);
    }

    /** Opens a file that was closed a moment ago. Its marker or journal is still there. */
    OpenDatabase reopen(long epoch) {
        FileVolume volume = new FileVolume(filePaths.file(), settings.growthStep());
        UndoJournal journal =
                settings.durability() == Durability.RESTART ? null : UndoJournal.begin(filePaths.undo(), volume, epoch);
        return OpenDatabase.of(database(volume, journal), volume, journal);
    }

    private static DB database(FileVolume volume, @Nullable UndoJournal journal) {
        return DBMaker.volumeDB(journal == null ? volume : new JournaledVolume(volume, journal), true)
                .make();
    }

    private void createMarker() throws IOException {
        if (settings.durability() == Durability.RESTART) {
            FileOperations.createMarker(filePaths.dirty());
            FileOperations.deleteMarker(filePaths.undo());
        }
    }

    private void deleteMarkers() throws IOException {
        FileOperations.deleteMarker(filePaths.dirty());
        FileOperations.deleteMarker(filePaths.undo());
    }

    private @Nullable UndoJournal journal(FileVolume volume, long epoch) throws IOException {
        if (settings.durability() == Durability.RESTART) {
            return null;
        }
        UndoJournal journal = UndoJournal.begin(filePaths.undo(), volume, epoch);
        FileOperations.force(filePaths.undo());
        return journal;
    }

    private void refuseForeignFile() throws IOException {
        ByteBuffer start = ByteBuffer.allocate(Short.BYTES);
        try (FileChannel channel = FileChannel.open(filePaths.file(), StandardOpenOption.READ)) {
            channel.read(start, 0);
        }
        if (start.hasRemaining() || start.getShort(0) != SIGNATURE) {
            throw foreignFile("it is not a MapDB database");
        }
    }

    private IllegalArgumentException foreignFile(String why) {
        return new IllegalArgumentException("file '" + filePaths.file() + "' is not Larder's: " + why
                + "; it was not changed: name another file, or move this one away");
    }
}
