package dev.larder.benchmarks.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mapdb.DB;
import org.mapdb.DBMaker;
import org.mapdb.HTreeMap;
import org.mapdb.Serializer;

/** MapDB by itself, mapped and without transactions, with keys and records as long as Larder's. */
final class RawMapDb implements Disk {
    private static final int HEADER = 28;

    private final DB db;
    private final HTreeMap<byte[], byte[]> map;

    RawMapDb(Path file) {
        db = DBMaker.fileDB(file.toFile())
                .fileMmapEnable()
                .allocateStartSize(8 << 20)
                .allocateIncrement(8 << 20)
                .make();
        map = db.hashMap("benchmark", Serializer.BYTE_ARRAY, Serializer.BYTE_ARRAY)
                .createOrOpen();
    }

    private static byte[] key(int key) {
        return ("i" + key).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte @Nullable [] get(int key) {
        byte[] found = map.get(key(key));
        return found == null ? null : Arrays.copyOfRange(found, HEADER, found.length);
    }

    @Override
    public void put(int key, byte[] value) {
        byte[] record = new byte[HEADER + value.length];
        System.arraycopy(value, 0, record, HEADER, value.length);
        map.put(key(key), record);
    }

    @Override
    public void close() {
        db.close();
    }
}
