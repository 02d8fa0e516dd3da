package dev.larder.contract.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * What JSR-107 says a cache does, as plainly as it can be written: a map, a clock, one thread. The verbs
 * here are those that the operations of {@link Calls} are made of.
 */
final class Model {
    private final Scenario scenario;
    private final ManualClock clock;
    private final Map<String, Held> entries = new TreeMap<>();

    final Map<String, Integer> records = new HashMap<>();
    final UserCallLog userCalls = new UserCallLog();
    final UserCallLog policyCalls = new UserCallLog();
    final List<Expected> events = new ArrayList<>();
    final Counts counts = new Counts();

    Model(Scenario scenario, ManualClock clock, Map<String, Integer> records) {
        this.scenario = scenario;
        this.clock = clock;
        this.records.putAll(records);
    }

    /** A value until its expiry. */
    private record Held(int value, long expiry, Set<String> tags) {}

    /** An event that must come, or may: that of an entry which expired and which nobody looked for. */
    record Expected(Event event, boolean optional) {}

    /** The value at a key, null if there is none; what has expired is reported and gone. */
    @Nullable
    Integer look(String key) {
        Held held = entries.get(key);
        if (held == null || held.expiry > clock.millis()) {
            return held == null ? null : held.value;
        }
        entries.remove(key);
        tell(EventType.EXPIRED, key, null, held.value);
        return null;
    }

    /** The value at a key, and nothing else happens. */
    @Nullable
    Integer peek(String key) {
        Held held = entries.get(key);
        return held == null || held.expiry <= clock.millis() ? null : held.value;
    }

    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        entries.keySet().stream().filter(key -> peek(key) != null).forEach(keys::add);
        return keys;
    }

    /** Those that expired and that nobody has reported yet. */
    Map<String, Integer> lingering() {
        Map<String, Integer> lingering = new TreeMap<>();
        entries.forEach((key, held) -> {
            if (peek(key) == null) {
                lingering.put(key, held.value);
            }
        });
        return lingering;
    }

    /** Someone else reported that it expired. */
    void forget(String key) {
        entries.remove(key);
    }

    /** The value, which counts as a hit or a miss. */
    @Nullable
    Integer counted(String key) {
        Integer value = look(key);
        if (value == null) {
            counts.misses++;
        } else {
            counts.hits++;
        }
        return value;
    }

    /** What an access does to an entry that is there. */
    void access(String key) {
        policyCalls.add("access");
        Held held = held(key);
        long expiry = scenario.expiry().onAccess.expiry(clock.millis(), held.expiry);
        keep(key, new Held(held.value, expiry, held.tags), held.value);
    }

    /** Stores what the caller gave: the writer hears of it, and it counts. */
    void put(String key, int value) {
        put(key, value, Set.of());
    }

    /** The same, with tags besides those that the configuration gives. */
    void put(String key, int value, Set<String> tags) {
        boolean there = look(key) != null;
        if (scenario.storeThrough().writes) {
            userCalls.add("write " + key + "=" + value);
            records.put(key, value);
        }
        boolean kept = store(key, value, tags);
        counts.puts += there || kept ? 1 : 0;
    }

    /** Loads, if the cache reads through, and stores what there is. */
    @Nullable
    Integer load(String key) {
        Integer loaded = scenario.storeThrough().reads ? fetch(key) : null;
        if (loaded != null) {
            store(key, loaded);
        }
        return loaded;
    }

    /** What the loader gives; it is not stored. */
    @Nullable
    Integer fetch(String key) {
        userCalls.add("load " + key);
        return records.get(key);
    }

    boolean readsThrough() {
        return scenario.storeThrough().reads;
    }

    /** Stores a value; false if it expired in that moment. */
    boolean store(String key, int value) {
        return store(key, value, Set.of());
    }

    private boolean store(String key, int value, Set<String> given) {
        Set<String> tags = new TreeSet<>(given);
        tags.addAll(scenario.tagsOf(value));
        Integer old = look(key);
        if (old == null) {
            policyCalls.add("creation");
            long expiry = scenario.expiry().onCreation.expiry(clock.millis(), Answer.NEVER);
            if (expiry <= clock.millis()) {
                return false;
            }
            entries.put(key, new Held(value, expiry, tags));
            tell(EventType.CREATED, key, value, null);
            return true;
        }
        policyCalls.add("update");
        long expiry = scenario.expiry().onUpdate.expiry(clock.millis(), held(key).expiry);
        tell(EventType.UPDATED, key, value, old);
        return keep(key, new Held(value, expiry, tags), value);
    }

    /** Removes what is there; the writer hears of it even if nothing is. */
    @Nullable
    Integer remove(String key) {
        if (scenario.storeThrough().writes) {
            userCalls.add("delete " + key);
            records.remove(key);
        }
        Integer old = look(key);
        if (old != null) {
            entries.remove(key);
            counts.removals++;
            tell(EventType.REMOVED, key, null, old);
        }
        return old;
    }

    void clear() {
        lingering().forEach((key, value) -> {
            if (scenario.listenerMode().hears(key)) {
                events.add(new Expected(new Event(EventType.EXPIRED, key, null, value), true));
            }
        });
        entries.clear();
    }

    /** The tags of an entry, none if there is none. */
    Set<String> tags(String key) {
        Held held = entries.get(key);
        return held == null ? Set.of() : held.tags;
    }

    /** What bears the tag is gone, expired or not, and nobody hears of it. */
    void invalidate(String tag) {
        entries.values().removeIf(held -> held.tags.contains(tag));
    }

    private boolean keep(String key, Held next, int last) {
        if (next.expiry <= clock.millis()) {
            entries.remove(key);
            tell(EventType.EXPIRED, key, null, last);
            return false;
        }
        entries.put(key, next);
        return true;
    }

    private Held held(String key) {
        return Objects.requireNonNull(entries.get(key), key);
    }

    private void tell(EventType type, String key, @Nullable Integer value, @Nullable Integer old) {
        if (scenario.listenerMode().hears(key)) {
            events.add(new Expected(new Event(type, key, value, old), false));
        }
    }
}
