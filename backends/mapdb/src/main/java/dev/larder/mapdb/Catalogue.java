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
    private static final String STAMPS = "larder.stamps";
    private static final String FORMAT_KEY = "format";
    private static final String CACHE = "cache.";

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
        return open(CACHE + Names.encode(cache));
    }

    /** The map of tags and their stamps, made if it is not there yet. */
    HTreeMap<byte[], Long> stamps() {
        return db.hashMap(STAMPS, Contents.KEYS, Serializer.LONG)
                .layout(Stripes.SEGMENTS, 1 << 7, 4)
                .createOrOpen();
    }

    /** The maps of all caches, by their encoded names. */
    List<String> encodedCaches() {
        return facts.keySet().stream().filter(each -> each.startsWith(CACHE)).toList();
    }

    /** What was last saved of a cache; null if nothing. */
    @Nullable
    Amount amount(String cache) {
        return Amount.parse(facts.get(CACHE + Names.encode(cache)));
    }

    void save(Map<String, Amount> amounts) {
        amounts.forEach((cache, amount) -> {
            String key = CACHE + Names.encode(cache);
            String text = amount.toString();
            if (!text.equals(facts.get(key))) {
                facts.put(key, text);
            }
        });
    }

    /**
     * Takes away the maps of caches that hold nothing: names may come and go with each run. No cache is in use
     * any more.
     */
    void forgetEmpty() {
        List<String> empty = encodedCaches().stream()
                .filter(each -> Amount.NONE.toString().equals(facts.get(each)))
                .toList();
        if (!empty.isEmpty()) {
            SortedMap<String, String> names = db.nameCatalogLoad();
            empty.forEach(each -> forget(each, names));
            db.nameCatalogSave(names);
        }
    }

    private void forget(String name, SortedMap<String, String> names) {
        // A name without a sign that MapDB puts between a name and its parameters is the beginning of no other.
        SortedMap<String, String> own = names.subMap(name + '#', name + (char) ('#' + 1));
        String roots = own.get(name + "#rootRecids");
        if (roots != null) {
            for (String root : roots.split(",", -1)) {
                db.getStore().delete(Long.parseLong(root.trim()), Serializer.BYTE_ARRAY_NOSIZE);
            }
        }
        own.clear();
        facts.remove(name);
    }

    /** Takes over the tags of another database, and all its caches that hold anything. */
    void copy(Catalogue from, Runnable each) {
        if (from.db.exists(STAMPS)) {
            HTreeMap<byte[], Long> stamps = stamps();
            from.stamps().forEach((tag, stamp) -> {
                each.run();
                stamps.put(tag, stamp);
            });
        }
        for (String name : from.encodedCaches()) {
            HTreeMap<byte[], Sealed> source = from.open(name);
            if (!source.isEmpty()) {
                HTreeMap<byte[], Sealed> target = open(name);
                for (Map.Entry<byte[], Sealed> entry : source.entrySet()) {
                    each.run();
                    target.put(entry.getKey(), entry.getValue());
                }
                facts.put(name, String.valueOf(from.facts.get(name)));
            }
        }
    }

    private HTreeMap<byte[], Sealed> open(String encoded) {
        return db.hashMap(encoded, Contents.KEYS, Contents.VALUES)
                .layout(Stripes.SEGMENTS, 1 << 7, 4)
                .createOrOpen();
    }
}
