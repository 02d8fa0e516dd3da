package dev.larder.mapdb.file;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A memory-mapped file. New space is filled with zeros before it is mapped: writing to a mapped hole on a full disk
 * would fail in the middle of a change. The garbage collector frees the mappings, because another thread may still read
 * them.
 */
public final class FileVolume extends SlicedVolume {
    private static final int ZEROS = 1 << 16;

    private final Path path;
    private final FileChannel channel;

    public FileVolume(Path path, int sliceSize) {
        super(sliceSize);
        this.path = path;
        try {
            channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        ensureAvailable(Math.max(length(), 1));
    }

    @Override
    void prepare(long end) throws IOException {
        long before = channel.size();
        try {
            ByteBuffer zeros = ByteBuffer.allocate(ZEROS);
            for (long at = before; at < end; ) {
                zeros.clear().limit((int) Math.min(ZEROS, end - at));
                at += channel.write(zeros, at);
            }
        } catch (IOException full) {
            releaseReserved(before, full);
            throw full;
        }
    }

    private void releaseReserved(long before, IOException full) {
        try {
            channel.truncate(Math.max(before, available()));
        } catch (IOException failure) {
            full.addSuppressed(failure);
        }
    }

    @Override
    ByteBuffer slice(long offset, int size) throws IOException {
        return channel.map(MapMode.READ_WRITE, offset, size);
    }

    @Override
    public long length() {
        return path.toFile().length();
    }

    @Override
    public File getFile() {
        return path.toFile();
    }

    @Override
    public void close() {
        // No thread may still grow the file when another database opens it.
        growLock.lock();
        try {
            if (closed.compareAndSet(false, true)) {
                channel.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            growLock.unlock();
        }
    }
}
