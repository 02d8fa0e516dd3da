package dev.larder.mapdb.database;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.mapdb.DB;
import org.mapdb.HTreeMap;
import org.mapdb.Serializer;

/** The metadata of a database: its format, and the size of each cache. */
public final class DatabaseMetadata {
    /** The only format of files so far. */
    public static final String FORMAT = "1";

    private static final String NAME = "larder";
    private static final String FORMAT_KEY = "format";
    private static final String LAST_KEY = "last";
    private static final String CACHE = "cache.";
    /** MapDB's separator between the name of a map and the names of its parameters. */
    private static final char PARAMETER = '#';

    private final DB db;
    private final HTreeMap<String, String> properties;

    private DatabaseMetadata(DB db, HTreeMap<String, String> facts) {
        this.db = db;
        this.properties = facts;
    }

    public static DatabaseMetadata create(DB db) {
        DatabaseMetadata databaseMetadata = new DatabaseMetadata(
                db, db.hashMap(NAME, Serializer.STRING, Serializer.STRING).createOrOpen());
        databaseMetadata.properties.putIfAbsent(FORMAT_KEY, FORMAT);
        return databaseMetadata;
    }

    /** The format of a database; empty if it is not a database of Larder. */
    public static String formatOf(DB db) {
        return db.exists(NAME) ? String.valueOf(create(db).properties.get(FORMAT_KEY)) : "";
    }

    /** The map of a cache. It is created if it doesn't exist. */
    public HTreeMap<byte[], ChecksummedRecord> map(String cache) {
        return mapOf(key(cache));
    }

    /** Like {@link #map}, for one of the {@link #keys}. */
    public HTreeMap<byte[], ChecksummedRecord> mapOf(String key) {
        Slot slot = Slot.parse(properties.get(key));
        if (slot == null) {
            slot = new Slot(next(), null);
            properties.put(key, slot.toString());
        }
        return open(slot.map(key));
    }

    // The name of a map is never reused: MapDB may still know the map that had it before.
    private long next() {
        String last = properties.get(LAST_KEY);
        long next = last == null ? 1 : Long.parseLong(last) + 1;
        properties.put(LAST_KEY, Long.toString(next));
        return next;
    }

    /** The size of a cache as it was last saved; null if it wasn't. */
    @Nullable
    CacheSize savedSize(String cache) {
        Slot slot = Slot.parse(properties.get(key(cache)));
        return slot == null ? null : slot.cacheSize();
    }

    public void save(Map<String, CacheSize> amounts) {
        amounts.forEach((cache, cacheSize) -> {
            Slot slot = Slot.parse(properties.get(key(cache)));
            if (slot != null && !cacheSize.equals(slot.cacheSize())) {
                properties.put(key(cache), new Slot(slot.id(), cacheSize).toString());
            }
        });
    }

    /** Drops a cache that is empty. The caller keeps writers out. A reader may find that its map is gone. */
    public void drop(String cache) {
        drop(List.of(key(cache)));
    }

    /** Drops all empty caches, because each run may create caches with new names. */
    void dropEmpty() {
        drop(keys().stream().filter(this::isEmpty).toList());
    }

    private boolean isEmpty(String key) {
        Slot slot = Slot.parse(properties.get(key));
        return slot != null && CacheSize.NONE.equals(slot.cacheSize());
    }

    private void drop(List<String> keys) {
        if (!keys.isEmpty()) {
            SortedMap<String, String> names = db.nameCatalogLoad();
            keys.forEach(key -> drop(key, names));
            db.nameCatalogSave(names);
        }
    }

    private void drop(String key, SortedMap<String, String> names) {
        Slot slot = Slot.parse(properties.remove(key));
        if (slot != null) {
            String map = slot.map(key);
            String roots = names.get(map + PARAMETER + "rootRecids");
            if (roots != null) {
                for (String root : roots.split(",", -1)) {
                    db.getStore().delete(Long.parseLong(root.trim()), Serializer.BYTE_ARRAY_NOSIZE);
                }
            }
            names.subMap(map + PARAMETER, map + (char) (PARAMETER + 1)).clear();
        }
    }

    /**
     * Takes over the sizes that another database knows of the same caches, and drops the caches that it doesn't know.
     */
    public void copySizesFrom(DatabaseMetadata other) {
        for (String key : keys()) {
            Slot own = Slot.parse(properties.get(key));
            Slot others = Slot.parse(other.properties.get(key));
            if (own != null && others != null) {
                properties.put(key, new Slot(own.id(), others.cacheSize()).toString());
            }
        }
        drop(keys().stream().filter(key -> !other.hasKey(key)).toList());
    }

    /** Whether a cache has a map. */
    boolean hasCache(String cache) {
        return hasKey(key(cache));
    }

    boolean hasKey(String key) {
        return properties.containsKey(key);
    }

    /** A number that differs between caches that had the same name one after the other; null if there is none. */
    public @Nullable Long mapNumber(String key) {
        Slot slot = Slot.parse(properties.get(key));
        return slot == null ? null : slot.id();
    }

    /** The metadata keys of all caches. */
    public List<String> keys() {
        return properties.keySet().stream()
                .filter(each -> each.startsWith(CACHE))
                .toList();
    }

    private static String key(String cache) {
        return CACHE + CacheNameText.encode(cache);
    }

    private HTreeMap<byte[], ChecksummedRecord> open(String map) {
        return db.hashMap(map, CacheMap.KEYS, CacheMap.VALUES)
                .layout(KeyStripes.SEGMENTS, 1 << 7, 4)
                .createOrOpen();
    }

    /** The number of a cache's map, and the size of the cache when it was last saved. */
    private record Slot(long id, @Nullable CacheSize cacheSize) {
        static @Nullable Slot parse(@Nullable String text) {
            if (text == null) {
                return null;
            }
            int blank = text.indexOf(' ');
            return blank < 0
                    ? new Slot(Long.parseLong(text), null)
                    : new Slot(Long.parseLong(text.substring(0, blank)), CacheSize.parse(text.substring(blank + 1)));
        }

        String map(String key) {
            return key + '.' + id;
        }

        @Override
        public String toString() {
            return cacheSize == null ? Long.toString(id) : id + " " + cacheSize;
        }
    }
}
