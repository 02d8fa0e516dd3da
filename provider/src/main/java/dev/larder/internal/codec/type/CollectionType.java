package dev.larder.internal.codec.type;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.Stack;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/**
 * A JDK collection that is rebuilt from its elements: one description for graphs and copies. Kryo has a serializer for
 * some of these, and none for unmodifiable and synchronized wrappers.
 *
 * @param id its number in the format, never to be given to another type
 * @param isSorted whether it has a comparator
 * @param isFrozen whether no elements can be added, removed or replaced
 * @param empty creates the collection that takes the elements, for a size and a comparator
 * @param finished converts that collection to the final one; null if it is the final one
 * @param types the classes it represents
 */
@SuppressWarnings("JdkObsolete")
public // handles these classes
record CollectionType(
        int id,
        boolean isSorted,
        boolean isFrozen,
        Maker empty,
        @Nullable Finisher finished,
        List<Class<?>> types) {

    /** Creates an empty collection. */
    public interface Maker {
        Collection<Object> make(int size, @Nullable Comparator<Object> comparator);
    }

    /** Wraps or converts a complete collection. */
    interface Finisher {
        Collection<Object> finish(Collection<Object> elements);
    }

    public static final List<CollectionType> ALL = List.of(
            open(
                    64,
                    (n, c) -> new ArrayList<>(n),
                    ArrayList.class,
                    new ArrayList<>().subList(0, 0).getClass()),
            open(65, (n, c) -> new LinkedList<>(), LinkedList.class),
            open(66, (n, c) -> new Vector<>(n), Vector.class),
            open(67, (n, c) -> new Stack<>(), Stack.class),
            open(68, (n, c) -> new ArrayDeque<>(n + 1), ArrayDeque.class),
            open(69, (n, c) -> new HashSet<>(Classes.bucketsFor(n)), HashSet.class),
            open(70, (n, c) -> new LinkedHashSet<>(Classes.bucketsFor(n)), LinkedHashSet.class),
            sorted(71, (n, c) -> new TreeSet<>(c), TreeSet.class),
            sorted(72, (n, c) -> new PriorityQueue<>(n + 1, c), PriorityQueue.class),
            sorted(73, (n, c) -> new ConcurrentSkipListSet<>(c), ConcurrentSkipListSet.class),
            open(74, (n, c) -> new CopyOnWriteArrayList<>(), CopyOnWriteArrayList.class),
            open(75, (n, c) -> new CopyOnWriteArraySet<>(), CopyOnWriteArraySet.class),
            open(76, (n, c) -> new ConcurrentLinkedQueue<>(), ConcurrentLinkedQueue.class),
            open(77, (n, c) -> new ConcurrentLinkedDeque<>(), ConcurrentLinkedDeque.class),
            open(
                    78,
                    (n, c) -> ConcurrentHashMap.newKeySet(n),
                    ConcurrentHashMap.newKeySet().getClass()),
            frozen(
                    80,
                    CollectionType::listOf,
                    List.of().getClass(),
                    List.of(1).getClass(),
                    List.of(1, 2, 3).subList(1, 2).getClass()),
            frozen(81, e -> Set.of(e.toArray()), Set.of().getClass(), Set.of(1).getClass()),
            frozen(82, e -> Collections.emptyList(), Collections.emptyList().getClass()),
            frozen(83, e -> Collections.emptySet(), Collections.emptySet().getClass()),
            frozen(
                    84,
                    e -> Collections.singletonList(only(e)),
                    Collections.singletonList(1).getClass()),
            frozen(
                    85,
                    e -> Collections.singleton(only(e)),
                    Collections.singleton(1).getClass()),
            wrapped(
                    86,
                    CollectionType::list,
                    e -> Collections.unmodifiableList((List<Object>) e),
                    Collections.unmodifiableList(new ArrayList<>()).getClass(),
                    Collections.unmodifiableList(new LinkedList<>()).getClass()),
            wrapped(
                    87,
                    CollectionType::set,
                    e -> Collections.unmodifiableSet((Set<Object>) e),
                    Collections.unmodifiableSet(new HashSet<>()).getClass()),
            wrapped(
                    88,
                    CollectionType::list,
                    Collections::unmodifiableCollection,
                    Collections.unmodifiableCollection(new ArrayList<>()).getClass()),
            wrappedSorted(
                    89,
                    e -> Collections.unmodifiableSortedSet((SortedSet<Object>) e),
                    Collections.unmodifiableSortedSet(new TreeSet<>()).getClass()),
            wrappedSorted(
                    90,
                    e -> Collections.unmodifiableNavigableSet((NavigableSet<Object>) e),
                    Collections.unmodifiableNavigableSet(new TreeSet<>()).getClass(),
                    Collections.emptyNavigableSet().getClass()),
            wrapped(
                    91,
                    CollectionType::list,
                    e -> Collections.synchronizedList((List<Object>) e),
                    Collections.synchronizedList(new ArrayList<>()).getClass(),
                    Collections.synchronizedList(new LinkedList<>()).getClass()),
            wrapped(
                    92,
                    CollectionType::set,
                    e -> Collections.synchronizedSet((Set<Object>) e),
                    Collections.synchronizedSet(new HashSet<>()).getClass()),
            wrapped(
                    93,
                    CollectionType::list,
                    e -> Arrays.asList(e.toArray()),
                    Arrays.asList(1, 2).getClass(),
                    Arrays.asList(1, 2).subList(0, 1).getClass()),
            wrapped(94, CollectionType::list, e -> e, Collections.nCopies(1, 1).getClass()));

    private static CollectionType open(int id, Maker empty, Class<?>... types) {
        return new CollectionType(id, false, false, empty, null, List.of(types));
    }

    private static CollectionType sorted(int id, Maker empty, Class<?>... types) {
        return new CollectionType(id, true, false, empty, null, List.of(types));
    }

    private static CollectionType frozen(int id, Finisher finished, Class<?>... types) {
        return new CollectionType(id, false, true, CollectionType::list, finished, List.of(types));
    }

    private static CollectionType wrapped(int id, Maker empty, Finisher finished, Class<?>... types) {
        return new CollectionType(id, false, false, empty, finished, List.of(types));
    }

    private static CollectionType wrappedSorted(int id, Finisher finished, Class<?>... types) {
        return new CollectionType(id, true, false, (n, c) -> new TreeSet<>(c), finished, List.of(types));
    }

    /** The comparator of a sorted collection of this type; null for the natural order. */
    @SuppressWarnings("unchecked")
    public // a comparator of the elements takes objects
    @Nullable Comparator<Object> comparatorOf(Object collection) {
        if (!isSorted) {
            return null;
        }
        return collection instanceof PriorityQueue<?> queue
                ? (Comparator<Object>) queue.comparator()
                : (Comparator<Object>) ((SortedSet<?>) collection).comparator();
    }

    /** Whether adding an element copies all; if so, elements are added together. */
    public boolean isCopiedOnWrite() {
        return types.contains(CopyOnWriteArrayList.class) || types.contains(CopyOnWriteArraySet.class);
    }

    /** The final collection for filled {@code elements}. */
    public Collection<Object> complete(Collection<Object> elements) {
        return finished == null ? elements : finished.finish(elements);
    }

    private static Collection<Object> list(int size, @Nullable Comparator<Object> comparator) {
        return new ArrayList<>(size);
    }

    private static Collection<Object> set(int size, @Nullable Comparator<Object> comparator) {
        return new LinkedHashSet<>(Classes.bucketsFor(size));
    }

    private static Object only(Collection<Object> elements) {
        return elements.iterator().next();
    }

    // The result of Stream.toList has the same class as List.of, but may contain null.
    private static List<Object> listOf(Collection<Object> elements) {
        return elements.contains(null) ? elements.stream().toList() : List.copyOf(elements);
    }
}
