package dev.larder.benchmarks.file;

import java.nio.file.Path;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** H2's storage engine, with its defaults. */
final class MvStoreDisk implements Disk {
    private final MVStore store;
    private final MVMap<Integer, byte[]> map;

    MvStoreDisk(Path file) {
        store = MVStore.open(file.toString());
        map = store.openMap("benchmark");
    }

    @Override
    public byte @Nullable [] get(int key) {
        return map.get(key);
    }

    @Override
    public void put(int key, byte[] value) {
        map.put(key, value);
    }

    @Override
    public void close() {
        store.close();
    }
}
