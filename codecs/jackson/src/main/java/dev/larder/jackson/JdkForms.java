package dev.larder.jackson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the JDK that JSON gives back as they are, and the class that stands for others: a list of any class
 * comes back as an equal {@code ArrayList}. Every other class of the JDK is refused as a value, and wherever bytes
 * name a class.
 */
final class JdkForms {
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
            Map.Entry.class);

    private JdkForms() {}

    static boolean isJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    /**
     * The class as which an object of a class is read back.
     *
     * @throws IllegalArgumentException if it does not come back equal
     */
    static Class<?> readAs(Class<?> type) {
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
                    "JSON has nothing that leads back to a " + type.getName() + " of the same content");
        }
        return element == type ? known : type;
    }

    // A constant with a body has a class of its own.
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

    // One type parameter: the class itself says what its keys are, and JSON does not.
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

    /** Refuses what the class of a collection does not tell. */
    static void requireNaturalOrder(Object value) {
        boolean isOrdered = value instanceof SortedSet<?> set
                ? set.comparator() != null
                : value instanceof SortedMap<?, ?> map && map.comparator() != null;
        if (isOrdered) {
            throw new IllegalArgumentException(
                    "JSON loses the comparator of a " + value.getClass().getName());
        }
    }
}
