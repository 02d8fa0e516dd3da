package dev.larder.mapdb.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The lock of one process on a file. It is a lock of the operating system, so it ends with the process in any case.
 * Within a JVM a system property is checked first: on Unix a process loses its locks on a file as soon as it closes any
 * channel to it. A second class loader that tried and gave up would cause just that.
 */
public final class ProcessFileLock {
    // Beyond the text, which other processes must be able to read where locks are mandatory.
    private static final long LOCKED_AT = Long.MAX_VALUE - 1;
    private static final int LONGEST_PID = 32;

    private final String claim;
    private final FileChannel channel;

    private ProcessFileLock(String claim, FileChannel channel) {
        this.claim = claim;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws IllegalArgumentException if it is held; the message names the file and the process that holds it
     */
    public static ProcessFileLock take(FilePaths filePaths) throws IOException {
        String claim = "larder.mapdb.held:" + filePaths.file();
        long self = ProcessHandle.current().pid();
        if (System.getProperties().putIfAbsent(claim, "held") != null) {
            throw held(filePaths.file(), "this process (" + self + "), by another class loader");
        }
        try {
            return new ProcessFileLock(claim, locked(filePaths, self));
        } catch (IOException | RuntimeException | Error failure) {
            System.getProperties().remove(claim);
            throw failure;
        }
    }

    private static FileChannel locked(FilePaths filePaths, long self) throws IOException {
        FileChannel channel = FileChannel.open(filePaths.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock(channel) == null) {
                throw held(filePaths.file(), "process " + holder(filePaths.lock()));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((self + "\n").getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException | RuntimeException | Error failure) {
            channel.close();
            throw failure;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_AT, 1, false);
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    private static String holder(Path lock) throws IOException {
        String text = Files.readString(lock, StandardCharsets.US_ASCII).trim();
        return text.isEmpty() || text.length() > LONGEST_PID ? "unknown" : text;
    }

    private static IllegalArgumentException held(Path file, String holder) {
        return new IllegalArgumentException("file '" + file + "' is in use by " + holder
                + "; only one process at a time can use a MapDB file: end that process, or use another file");
    }

    /** Releases the lock. The lock file stays: if it were deleted, two processes could lock two different files. */
    public void release() throws IOException {
        try {
            channel.close();
        } finally {
            System.getProperties().remove(claim);
        }
    }
}
