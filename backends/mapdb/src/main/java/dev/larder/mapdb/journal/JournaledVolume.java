package dev.larder.mapdb.journal;

import dev.larder.mapdb.file.FileVolume;
import java.io.File;
import java.nio.ByteBuffer;
import org.mapdb.DataInput2;
import org.mapdb.volume.Volume;

/** A file whose pages are saved in an {@link UndoJournal} before their first change. */
public final class JournaledVolume extends Volume {
    private final FileVolume file;
    private final UndoJournal journal;

    public JournaledVolume(FileVolume file, UndoJournal journal) {
        this.file = file;
        this.journal = journal;
    }

    @Override
    public void putLong(long offset, long value) {
        journal.savePages(offset, Long.BYTES);
        file.putLong(offset, value);
    }

    @Override
    public void putInt(long offset, int value) {
        journal.savePages(offset, Integer.BYTES);
        file.putInt(offset, value);
    }

    @Override
    public void putByte(long offset, byte value) {
        journal.savePages(offset, 1);
        file.putByte(offset, value);
    }

    @Override
    public void putData(long offset, byte[] source, int from, int size) {
        journal.savePages(offset, size);
        file.putData(offset, source, from, size);
    }

    @Override
    public void putData(long offset, ByteBuffer source) {
        journal.savePages(offset, source.remaining());
        file.putData(offset, source);
    }

    @Override
    public void putDataOverlap(long offset, byte[] source, int from, int size) {
        journal.savePages(offset, size);
        file.putDataOverlap(offset, source, from, size);
    }

    @Override
    public int putPackedLong(long offset, long value) {
        journal.savePages(offset, Long.BYTES + 2);
        return file.putPackedLong(offset, value);
    }

    @Override
    public void clear(long from, long to) {
        journal.savePages(from, (int) (to - from));
        file.clear(from, to);
    }

    @Override
    public long getLong(long offset) {
        return file.getLong(offset);
    }

    @Override
    public int getInt(long offset) {
        return file.getInt(offset);
    }

    @Override
    public byte getByte(long offset) {
        return file.getByte(offset);
    }

    @Override
    public long getPackedLong(long offset) {
        return file.getPackedLong(offset);
    }

    @Override
    public DataInput2 getDataInput(long offset, int size) {
        return file.getDataInput(offset, size);
    }

    @Override
    public DataInput2 getDataInputOverlap(long offset, int size) {
        return file.getDataInputOverlap(offset, size);
    }

    @Override
    public void getData(long offset, byte[] bytes, int from, int size) {
        file.getData(offset, bytes, from, size);
    }

    @Override
    public void ensureAvailable(long end) {
        file.ensureAvailable(end);
    }

    @Override
    public void truncate(long size) {
        file.truncate(size);
    }

    @Override
    public void sync() {
        file.sync();
    }

    @Override
    public int sliceSize() {
        return file.sliceSize();
    }

    @Override
    public boolean isSliced() {
        return true;
    }

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public File getFile() {
        return file.getFile();
    }

    @Override
    public boolean getFileLocked() {
        return file.getFileLocked();
    }

    @Override
    public void close() {
        file.close();
    }
}
