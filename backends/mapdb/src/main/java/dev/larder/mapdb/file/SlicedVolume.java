package dev.larder.mapdb.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.mapdb.volume.ByteBufferVol;

/**
 * Space in slices of equal size. It grows, and never shrinks while it is open. It grows before MapDB needs the space
 * (see {@code OpenDatabase.makeRoom}), so that a full disk is detected before a change begins.
 */
public abstract class SlicedVolume extends ByteBufferVol {

    SlicedVolume(int sliceSize) {
        super(false, Integer.numberOfTrailingZeros(sliceSize), false);
    }

    /** The bytes that are available. */
    public final long available() {
        return (long) slices.length << sliceShift;
    }

    @Override
    public final void ensureAvailable(long end) {
        if (end > available()) {
            UninterruptedExecutor.run(() -> grow(end));
        }
    }

    private void grow(long end) throws IOException {
        growLock.lock();
        try {
            int from = slices.length;
            int to = Math.toIntExact((end + sliceSize - 1) >>> sliceShift);
            if (to > from) {
                prepare((long) to << sliceShift);
                ByteBuffer[] grown = Arrays.copyOf(slices, to);
                for (int i = from; i < to; i++) {
                    grown[i] = slice((long) i << sliceShift, sliceSize);
                }
                slices = grown;
            }
        } finally {
            growLock.unlock();
        }
    }

    /** Reserves the space up to {@code end}. If it fails, nothing has changed. */
    abstract void prepare(long end) throws IOException;

    abstract ByteBuffer slice(long offset, int size) throws IOException;

    @Override
    public final void truncate(long size) {
        ensureAvailable(size);
    }

    /** Does nothing: {@code FileDatabaseSource} decides what is forced to the disk, and when. */
    @Override
    public final void sync() {}

    @Override
    public final boolean isReadOnly() {
        return false;
    }

    @Override
    public final boolean getFileLocked() {
        return true;
    }
}
