package dev.larder.internal.codec.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * A JDK map that is rebuilt from its pairs: one description for graphs and copies. Kryo has a serializer for some of
 * these, and none for unmodifiable and synchronized wrappers.
 *
 * @param id its number in the format, never to be given to another type
 * @param isSorted whether it has a comparator
 * @param isFrozen whether no pairs can be added, removed or replaced
 * @param empty creates the map that takes the pairs, for a size and a comparator
 * @param finished converts that map to the final one; null if it is the final one
 * @param types the classes it represents
 */
@SuppressWarnings("JdkObsolete")
public // handles these classes
record MapType(
        int id,
        boolean isSorted,
        boolean isFrozen,
        Maker empty,
        @Nullable Finisher finished,
        List<Class<?>> types) {

    /** Creates an empty map. */
    public interface Maker {
        Map<Object, Object> make(int size, @Nullable Comparator<Object> comparator);
    }

    /** Wraps or converts a complete map. */
    interface Finisher {
        Map<Object, Object> finish(Map<Object, Object> pairs);
    }

    public static final List<MapType> ALL = List.of(
            open(100, (n, c) -> new HashMap<>(Classes.bucketsFor(n)), HashMap.class),
            open(101, (n, c) -> new LinkedHashMap<>(Classes.bucketsFor(n)), LinkedHashMap.class),
            sorted(102, (n, c) -> new TreeMap<>(c), TreeMap.class),
            open(103, (n, c) -> new ConcurrentHashMap<>(n), ConcurrentHashMap.class),
            sorted(104, (n, c) -> new ConcurrentSkipListMap<>(c), ConcurrentSkipListMap.class),
            open(105, (n, c) -> new Hashtable<>(Classes.bucketsFor(n)), Hashtable.class),
            open(106, (n, c) -> new IdentityHashMap<>(n), IdentityHashMap.class),
            frozen(110, Map::copyOf, Map.of().getClass(), Map.of(1, 1).getClass()),
            frozen(111, pairs -> Collections.emptyMap(), Collections.emptyMap().getClass()),
            frozen(112, MapType::single, Collections.singletonMap(1, 1).getClass()),
            wrapped(
                    113,
                    Collections::unmodifiableMap,
                    Collections.unmodifiableMap(new HashMap<>()).getClass()),
            wrappedSorted(
                    114,
                    pairs -> Collections.unmodifiableSortedMap((SortedMap<Object, Object>) pairs),
                    Collections.unmodifiableSortedMap(new TreeMap<>()).getClass()),
            wrappedSorted(
                    115,
                    pairs -> Collections.unmodifiableNavigableMap((NavigableMap<Object, Object>) pairs),
                    Collections.unmodifiableNavigableMap(new TreeMap<>()).getClass(),
                    Collections.emptyNavigableMap().getClass()),
            wrapped(
                    116,
                    Collections::synchronizedMap,
                    Collections.synchronizedMap(new HashMap<>()).getClass()));

    private static MapType open(int id, Maker empty, Class<?>... types) {
        return new MapType(id, false, false, empty, null, List.of(types));
    }

    private static MapType sorted(int id, Maker empty, Class<?>... types) {
        return new MapType(id, true, false, empty, null, List.of(types));
    }

    private static MapType frozen(int id, Finisher finished, Class<?>... types) {
        return new MapType(id, false, true, MapType::map, finished, List.of(types));
    }

    private static MapType wrapped(int id, Finisher finished, Class<?>... types) {
        return new MapType(id, false, false, MapType::map, finished, List.of(types));
    }

    private static MapType wrappedSorted(int id, Finisher finished, Class<?>... types) {
        return new MapType(id, true, false, (n, c) -> new TreeMap<>(c), finished, List.of(types));
    }

    /** The comparator of a sorted map of this type; null for the natural order. */
    @SuppressWarnings("unchecked")
    public // a comparator of the keys takes objects
    @Nullable Comparator<Object> comparatorOf(Map<?, ?> map) {
        return isSorted ? (Comparator<Object>) ((SortedMap<?, ?>) map).comparator() : null;
    }

    /** The final map for filled {@code pairs}. */
    public Map<Object, Object> complete(Map<Object, Object> pairs) {
        return finished == null ? pairs : finished.finish(pairs);
    }

    private static Map<Object, Object> map(int size, @Nullable Comparator<Object> comparator) {
        return new LinkedHashMap<>(Classes.bucketsFor(size));
    }

    private static Map<Object, Object> single(Map<Object, Object> pairs) {
        Map.Entry<Object, Object> only = new ArrayList<>(pairs.entrySet()).get(0);
        return Collections.singletonMap(only.getKey(), only.getValue());
    }
}
