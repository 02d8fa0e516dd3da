package dev.larder.mapdb.file;

import java.io.File;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Memory outside the heap. The garbage collector frees it when it is no longer reachable. */
public final class MemoryVolume extends SlicedVolume {

    public MemoryVolume(int sliceSize) {
        super(sliceSize);
    }

    @Override
    void prepare(long end) {}

    @Override
    ByteBuffer slice(long offset, int size) {
        return ByteBuffer.allocateDirect(size);
    }

    @Override
    public long length() {
        return available();
    }

    @Override
    @SuppressWarnings("NullAway") // MapDB's own memory volumes have no file either
    public @Nullable File getFile() {
        return null;
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
