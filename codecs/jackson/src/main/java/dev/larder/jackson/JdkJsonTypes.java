package dev.larder.jackson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.ZoneId;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The JDK classes that JSON preserves, and the classes that replace others: a list of any class is read back as an
 * equal {@code ArrayList}. All other JDK classes are rejected, both as values and as class names in bytes.
 */
final class JdkJsonTypes {
    private static final Set<Class<?>> SCALARS = Set.of(
            Object.class,
            String.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Character.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            Class.class,
            BigInteger.class,
            BigDecimal.class,
            URI.class,
            Currency.class,
            Locale.class,
            UUID.class,
            Date.class,
            AtomicBoolean.class,
            AtomicInteger.class,
            AtomicLong.class);

    private static final Set<Class<?>> CONTAINERS = Set.of(
            ArrayList.class,
            LinkedList.class,
            CopyOnWriteArrayList.class,
            ArrayDeque.class,
            HashSet.class,
            LinkedHashSet.class,
            TreeSet.class,
            HashMap.class,
            LinkedHashMap.class,
            TreeMap.class,
            ConcurrentHashMap.class,
            Optional.class,
            Map.Entry.class,
            AbstractMap.SimpleEntry.class,
            AbstractMap.SimpleImmutableEntry.class);

    static final String REMEDY = "; use the default serializer for this cache, or a class of your own with a JSON form";

    private JdkJsonTypes() {}

    static boolean isJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    /**
     * The class of the object that is read back for an object of this class.
     *
     * @throws IllegalArgumentException if the result would not be equal
     */
    static Class<?> readAs(Class<?> type) {
        if (type.isHidden()) {
            throw new IllegalArgumentException("the class of a lambda cannot be loaded by its name" + REMEDY);
        }
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        if (element.isPrimitive() || !isJdk(element)) {
            return type == element ? declaredAs(type) : type;
        }
        Class<?> known =
                declaredAs(element).isEnum() || SCALARS.contains(element) ? declaredAs(element) : container(element);
        if (known == null || (element != type && known != element)) {
            throw new IllegalArgumentException(
                    "JSON has no form that gives back a " + type.getName() + " of the same content" + REMEDY);
        }
        return element == type ? known : type;
    }

    // A constant with a class body has a class of its own.
    private static Class<?> declaredAs(Class<?> type) {
        return Enum.class.isAssignableFrom(type) && !type.isEnum() && type != Enum.class ? type.getSuperclass() : type;
    }

    private static @Nullable Class<?> container(Class<?> type) {
        if (CONTAINERS.contains(type)) {
            return type;
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return ZoneId.class;
        }
        if (type.getName().startsWith("java.time.") || type.getName().equals("java.sql.Timestamp")) {
            return type;
        }
        return Map.class.isAssignableFrom(type) || Map.Entry.class.isAssignableFrom(type)
                ? mapping(type)
                : collection(type);
    }

    // A map with one type parameter: its key type is fixed by the class and not in the JSON.
    private static @Nullable Class<?> mapping(Class<?> type) {
        if (Map.Entry.class.isAssignableFrom(type)) {
            return Map.Entry.class;
        }
        if (type.getTypeParameters().length == 1) {
            return null;
        }
        return SortedMap.class.isAssignableFrom(type) ? TreeMap.class : LinkedHashMap.class;
    }

    private static @Nullable Class<?> collection(Class<?> type) {
        if (List.class.isAssignableFrom(type)) {
            return ArrayList.class;
        }
        if (Set.class.isAssignableFrom(type)) {
            return SortedSet.class.isAssignableFrom(type) ? TreeSet.class : LinkedHashSet.class;
        }
        if (Deque.class.isAssignableFrom(type)) {
            return ArrayDeque.class;
        }
        return Collection.class.isAssignableFrom(type) ? ArrayList.class : null;
    }

    /** Rejects an object for which another class is read back that cannot stand for it. */
    static void requireSubstitute(Object value) {
        Class<?> read = readAs(value.getClass());
        boolean isOther = value instanceof IdentityHashMap
                || value.getClass() == Object.class
                || (value instanceof Queue && !Queue.class.isAssignableFrom(read));
        if (isOther) {
            throw new IllegalArgumentException(
                    "JSON has no form for a " + value.getClass().getName() + REMEDY);
        }
        requireNaturalOrder(value);
    }

    /** Rejects a sorted collection or map with a comparator, which JSON loses. */
    static void requireNaturalOrder(Object value) {
        if (comparator(value) != null) {
            throw new IllegalArgumentException(
                    "JSON loses the comparator of a " + value.getClass().getName() + REMEDY);
        }
    }

    private static @Nullable Comparator<?> comparator(Object value) {
        if (value instanceof SortedSet<?> set) {
            return set.comparator();
        }
        if (value instanceof SortedMap<?, ?> map) {
            return map.comparator();
        }
        if (value instanceof PriorityQueue<?> queue) {
            return queue.comparator();
        }
        return value instanceof PriorityBlockingQueue<?> queue ? queue.comparator() : null;
    }
}
