package dev.larder.mapdb;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.mapdb.DB;
import org.mapdb.HTreeMap;
import org.mapdb.Serializer;

/** What a database says of itself: its format, and how much each cache holds. */
final class Catalogue {
    /** The one format of files there is. */
    static final String FORMAT = "1";

    private static final String NAME = "larder";
    private static final String FORMAT_KEY = "format";
    private static final String LAST_KEY = "last";
    private static final String CACHE = "cache.";
    /** What MapDB puts between the name of a map and the names of its parameters. */
    private static final char PARAMETER = '#';

    private final DB db;
    private final HTreeMap<String, String> facts;

    private Catalogue(DB db, HTreeMap<String, String> facts) {
        this.db = db;
        this.facts = facts;
    }

    static Catalogue create(DB db) {
        Catalogue catalogue = new Catalogue(
                db, db.hashMap(NAME, Serializer.STRING, Serializer.STRING).createOrOpen());
        catalogue.facts.putIfAbsent(FORMAT_KEY, FORMAT);
        return catalogue;
    }

    /** The format of a database, empty if it is none of ours. */
    static String formatOf(DB db) {
        return db.exists(NAME) ? String.valueOf(create(db).facts.get(FORMAT_KEY)) : "";
    }

    /** The map of a cache, made if it is not there yet. */
    HTreeMap<byte[], Sealed> map(String cache) {
        return mapOf(key(cache));
    }

    /** As {@link #map}, for one of the {@link #keys}. */
    HTreeMap<byte[], Sealed> mapOf(String key) {
        Slot slot = Slot.parse(facts.get(key));
        if (slot == null) {
            slot = new Slot(next(), null);
            facts.put(key, slot.toString());
        }
        return open(slot.map(key));
    }

    // A map's name is never used again: MapDB may still know the map that had it.
    private long next() {
        String last = facts.get(LAST_KEY);
        long next = last == null ? 1 : Long.parseLong(last) + 1;
        facts.put(LAST_KEY, Long.toString(next));
        return next;
    }

    /** What was last saved of a cache; null if nothing. */
    @Nullable
    Amount amount(String cache) {
        Slot slot = Slot.parse(facts.get(key(cache)));
        return slot == null ? null : slot.amount();
    }

    void save(Map<String, Amount> amounts) {
        amounts.forEach((cache, amount) -> {
            Slot slot = Slot.parse(facts.get(key(cache)));
            if (slot != null && !amount.equals(slot.amount())) {
                facts.put(key(cache), new Slot(slot.id(), amount).toString());
            }
        });
    }

    /**
     * Forgets a cache that holds nothing. Nobody writes meanwhile, and whoever still reads is to expect that
     * its map is gone.
     */
    void forget(String cache) {
        forget(List.of(key(cache)));
    }

    /** Forgets all caches that hold nothing: names may come and go with each run. */
    void forgetEmpty() {
        forget(keys().stream().filter(this::isEmpty).toList());
    }

    private boolean isEmpty(String key) {
        Slot slot = Slot.parse(facts.get(key));
        return slot != null && Amount.NONE.equals(slot.amount());
    }

    private void forget(List<String> keys) {
        if (!keys.isEmpty()) {
            SortedMap<String, String> names = db.nameCatalogLoad();
            keys.forEach(key -> forget(key, names));
            db.nameCatalogSave(names);
        }
    }

    private void forget(String key, SortedMap<String, String> names) {
        Slot slot = Slot.parse(facts.remove(key));
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

    /** Takes over what another database knows of the same caches, and forgets those that it does not know. */
    void settle(Catalogue other) {
        for (String key : keys()) {
            Slot here = Slot.parse(facts.get(key));
            Slot there = Slot.parse(other.facts.get(key));
            if (here != null && there != null) {
                facts.put(key, new Slot(here.id(), there.amount()).toString());
            }
        }
        forget(keys().stream().filter(key -> !other.knows(key)).toList());
    }

    /** Whether there is a map of a cache. */
    boolean holds(String cache) {
        return knows(key(cache));
    }

    boolean knows(String key) {
        return facts.containsKey(key);
    }

    /** Tells a cache from one that had its name before; null if there is none. */
    @Nullable
    Long number(String key) {
        Slot slot = Slot.parse(facts.get(key));
        return slot == null ? null : slot.id();
    }

    /** What stands for each cache that there is. */
    List<String> keys() {
        return facts.keySet().stream().filter(each -> each.startsWith(CACHE)).toList();
    }

    private static String key(String cache) {
        return CACHE + Names.encode(cache);
    }

    private HTreeMap<byte[], Sealed> open(String map) {
        return db.hashMap(map, Contents.KEYS, Contents.VALUES)
                .layout(Stripes.SEGMENTS, 1 << 7, 4)
                .createOrOpen();
    }

    /** Where a cache lies, and how much it held when that was last saved. */
    private record Slot(long id, @Nullable Amount amount) {
        static @Nullable Slot parse(@Nullable String text) {
            if (text == null) {
                return null;
            }
            int blank = text.indexOf(' ');
            return blank < 0
                    ? new Slot(Long.parseLong(text), null)
                    : new Slot(Long.parseLong(text.substring(0, blank)), Amount.parse(text.substring(blank + 1)));
        }

        String map(String key) {
            return key + '.' + id;
        }

        @Override
        public String toString() {
            return amount == null ? Long.toString(id) : id + " " + amount;
        }
    }
}
