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
 * A model of what JSR-107 says a cache does, as simple as possible: a map, a clock, one thread. The operations of
 * {@link Calls} are composed of the methods here.
 */
final class Model {
    private final Scenario scenario;
    private final ManualClock clock;
    private final Map<String, ModelValue> entries = new TreeMap<>();

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

    /** A value with its expiry and tags. */
    private record ModelValue(int value, long expiry, Set<String> tags) {}

    /** An event that must come, or may. It is optional for an entry that expired and was not read afterwards. */
    record Expected(Event event, boolean optional) {}

    /** Returns the value of a key, null if there is none. An expired entry is reported and removed. */
    @Nullable
    Integer current(String key) {
        ModelValue modelValue = entries.get(key);
        if (modelValue == null || modelValue.expiry > clock.millis()) {
            return modelValue == null ? null : modelValue.value;
        }
        entries.remove(key);
        addEvent(EventType.EXPIRED, key, null, modelValue.value);
        return null;
    }

    /** Returns the value of a key without any effect. */
    @Nullable
    Integer peek(String key) {
        ModelValue modelValue = entries.get(key);
        return modelValue == null || modelValue.expiry <= clock.millis() ? null : modelValue.value;
    }

    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        entries.keySet().stream().filter(key -> peek(key) != null).forEach(keys::add);
        return keys;
    }

    /** The entries that have expired and were not reported yet. */
    Map<String, Integer> expiredUnreported() {
        Map<String, Integer> lingering = new TreeMap<>();
        entries.forEach((key, modelValue) -> {
            if (peek(key) == null) {
                lingering.put(key, modelValue.value);
            }
        });
        return lingering;
    }

    /** Removes an entry whose expiry the cache has reported. */
    void forget(String key) {
        entries.remove(key);
    }

    /** Returns the value of a key, and counts a hit or a miss. */
    @Nullable
    Integer getCounted(String key) {
        Integer value = current(key);
        if (value == null) {
            counts.misses++;
        } else {
            counts.hits++;
        }
        return value;
    }

    /** Applies an access to a present entry. */
    void access(String key) {
        policyCalls.add("access");
        ModelValue modelValue = held(key);
        long expiry = scenario.expiry().onAccess.expiry(clock.millis(), modelValue.expiry);
        keep(key, new ModelValue(modelValue.value, expiry, modelValue.tags), modelValue.value);
    }

    /** Stores a value of the caller: calls the writer, and counts a put. */
    void put(String key, int value) {
        put(key, value, Set.of());
    }

    /** Like {@link #put(String, int)}, with tags in addition to those of the configuration. */
    void put(String key, int value, Set<String> tags) {
        boolean there = current(key) != null;
        if (scenario.storeThrough().writes) {
            userCalls.add("write " + key + "=" + value);
            records.put(key, value);
        }
        boolean kept = store(key, value, tags);
        counts.puts += there || kept ? 1 : 0;
    }

    /** Loads a value if the cache reads through, and stores it unless it is null. */
    @Nullable
    Integer load(String key) {
        Integer loaded = scenario.storeThrough().reads ? fetch(key) : null;
        if (loaded != null) {
            store(key, loaded);
        }
        return loaded;
    }

    /** Returns the loader's value without storing it. */
    @Nullable
    Integer fetch(String key) {
        userCalls.add("load " + key);
        return records.get(key);
    }

    boolean readsThrough() {
        return scenario.storeThrough().reads;
    }

    /** Stores a value. Returns false if it expires at once. */
    boolean store(String key, int value) {
        return store(key, value, Set.of());
    }

    private boolean store(String key, int value, Set<String> given) {
        Set<String> tags = new TreeSet<>(given);
        tags.addAll(scenario.tagsOf(value));
        Integer old = current(key);
        if (old == null) {
            policyCalls.add("creation");
            long expiry = scenario.expiry().onCreation.expiry(clock.millis(), PolicyAnswer.NEVER);
            if (expiry <= clock.millis()) {
                return false;
            }
            entries.put(key, new ModelValue(value, expiry, tags));
            addEvent(EventType.CREATED, key, value, null);
            return true;
        }
        policyCalls.add("update");
        long expiry = scenario.expiry().onUpdate.expiry(clock.millis(), held(key).expiry);
        addEvent(EventType.UPDATED, key, value, old);
        return keep(key, new ModelValue(value, expiry, tags), value);
    }

    /** Removes an entry. The writer is called even if there is none. */
    @Nullable
    Integer remove(String key) {
        if (scenario.storeThrough().writes) {
            userCalls.add("delete " + key);
            records.remove(key);
        }
        Integer old = current(key);
        if (old != null) {
            entries.remove(key);
            counts.removals++;
            addEvent(EventType.REMOVED, key, null, old);
        }
        return old;
    }

    void clear() {
        expiredUnreported().forEach((key, value) -> {
            if (scenario.listenerMode().accepts(key)) {
                events.add(new Expected(new Event(EventType.EXPIRED, key, null, value), true));
            }
        });
        entries.clear();
    }

    /** The tags of an entry; empty if there is none. */
    Set<String> tags(String key) {
        ModelValue modelValue = entries.get(key);
        return modelValue == null ? Set.of() : modelValue.tags;
    }

    /** Removes all entries with the tag, expired or not. There is no event. */
    void invalidate(String tag) {
        entries.values().removeIf(modelValue -> modelValue.tags.contains(tag));
    }

    private boolean keep(String key, ModelValue next, int last) {
        if (next.expiry <= clock.millis()) {
            entries.remove(key);
            addEvent(EventType.EXPIRED, key, null, last);
            return false;
        }
        entries.put(key, next);
        return true;
    }

    private ModelValue held(String key) {
        return Objects.requireNonNull(entries.get(key), key);
    }

    private void addEvent(EventType type, String key, @Nullable Integer value, @Nullable Integer old) {
        if (scenario.listenerMode().accepts(key)) {
            events.add(new Expected(new Event(type, key, value, old), false));
        }
    }
}
