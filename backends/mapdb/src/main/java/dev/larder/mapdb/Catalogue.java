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
        String key = key(cache);
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
     * Forgets a cache that holds nothing. Its map stays readable for who is still about it, and keeps a few
     * hundred bytes of the file until that is written anew.
     */
    void forget(String cache) {
        forget(List.of(key(cache)));
    }

    /** Forgets all caches that hold nothing: names may come and go with each run. */
    void forgetEmpty() {
        forget(caches().stream().filter(this::isEmpty).toList());
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
            names.subMap(map + PARAMETER, map + (char) (PARAMETER + 1)).clear();
        }
    }

    /** Takes over all caches of another database that hold anything. */
    void copy(Catalogue from, Runnable each) {
        for (String key : from.caches()) {
            Slot slot = Slot.parse(from.facts.get(key));
            if (slot != null && !from.isEmpty(key)) {
                copy(from.open(slot.map(key)), open(slot.map(key)), each);
                facts.put(key, slot.toString());
            }
        }
        facts.put(LAST_KEY, from.facts.getOrDefault(LAST_KEY, "0"));
    }

    private static void copy(HTreeMap<byte[], Sealed> from, HTreeMap<byte[], Sealed> to, Runnable each) {
        for (Map.Entry<byte[], Sealed> entry : from.entrySet()) {
            each.run();
            to.put(entry.getKey(), entry.getValue());
        }
    }

    private List<String> caches() {
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
