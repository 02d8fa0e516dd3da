package dev.larder.mapdb.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Operations on whole files. Their effect is on the disk when they return. */
public final class FileOperations {
    private static final Logger LOG = LoggerFactory.getLogger(FileOperations.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS");
    private static final int MAX_BROKEN_FILES = 2;

    private FileOperations() {}

    /** Creates a small file that survives a crash. */
    public static void createMarker(Path marker) throws IOException {
        try {
            Files.writeString(
                    marker, "in use by process " + ProcessHandle.current().pid() + '\n');
            force(marker);
            forceFolder(marker);
        } catch (IOException full) {
            Files.deleteIfExists(marker);
            throw full;
        }
    }

    public static void deleteMarker(Path marker) throws IOException {
        if (Files.deleteIfExists(marker)) {
            forceFolder(marker);
        }
    }

    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Gives back the reserved space beyond the used part. A file that is still mapped may keep that space. */
    public static void truncate(Path file, long used) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(used);
        } catch (IOException stillMapped) {
            LOG.debug("file '{}' keeps the space that it had reserved", file, stillMapped);
        }
    }

    /** Replaces one file by another in one atomic step. */
    public static void replace(Path file, Path replacement) throws IOException {
        Files.move(replacement, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(file);
    }

    /**
     * Moves the data file away and returns its new path; only the newest two such files are kept. Returns the path of
     * the data file itself if there was none.
     */
    public static Path moveAside(FilePaths filePaths) throws IOException {
        Path to = filePaths.broken(LocalDateTime.now(ZoneId.systemDefault()).format(TIME));
        try {
            Files.move(filePaths.file(), to, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException missing) {
            return filePaths.file();
        }
        deleteOld(filePaths);
        return to;
    }

    private static void deleteOld(FilePaths filePaths) throws IOException {
        String prefix = filePaths.file().getFileName() + FilePaths.brokenSuffix();
        try (Stream<Path> files = Files.list(folder(filePaths.file()))) {
            List<Path> newestFirst = files.filter(
                            each -> each.getFileName().toString().startsWith(prefix))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path old : newestFirst.subList(Math.min(MAX_BROKEN_FILES, newestFirst.size()), newestFirst.size())) {
                Files.deleteIfExists(old);
            }
        }
    }

    public static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }

    // Not every system can force a folder. Without it, only a power failure loses the change.
    private static void forceFolder(Path file) {
        try (FileChannel channel = FileChannel.open(folder(file), StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException failure) {
            return;
        }
    }
}
