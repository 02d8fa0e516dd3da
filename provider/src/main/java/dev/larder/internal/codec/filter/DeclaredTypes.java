package dev.larder.internal.codec.filter;

import dev.larder.internal.codec.type.Classes;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The classes that a cache's declared key and value types imply: the types themselves, the types of their fields,
 * recursively, and the permitted classes of sealed types. {@code Cache<Long, Order>} thus allows {@code Order} and its
 * {@code List<Line>}. {@code Object} and open interfaces imply nothing further. No class is initialised.
 */
final class DeclaredTypes {
    private final Set<String> names = new HashSet<>();
    private final Deque<Type> open = new ArrayDeque<>();

    private DeclaredTypes() {}

    static Set<String> namesOf(Set<Class<?>> declared) {
        DeclaredTypes types = new DeclaredTypes();
        types.open.addAll(declared);
        while (!types.open.isEmpty()) {
            types.visit(types.open.pop());
        }
        return Set.copyOf(types.names);
    }

    private void visit(Type type) {
        if (type instanceof Class<?> declared) {
            visitClass(declared);
        } else if (type instanceof ParameterizedType parameterized) {
            open.push(parameterized.getRawType());
            pushAll(parameterized.getActualTypeArguments());
        } else if (type instanceof GenericArrayType array) {
            open.push(array.getGenericComponentType());
        } else if (type instanceof WildcardType wildcard) {
            pushAll(wildcard.getUpperBounds());
        }
    }

    private void visitClass(Class<?> type) {
        if (type.isArray()) {
            open.push(type.getComponentType());
        } else if (!Classes.isJdk(type) && names.add(type.getName())) {
            visitMembers(type);
        }
    }

    private void visitMembers(Class<?> type) {
        if (type.getSuperclass() != null) {
            open.push(type.getGenericSuperclass());
        }
        if (type.isSealed()) {
            pushAll(type.getPermittedSubclasses());
        }
        for (Field field : fieldsOf(type)) {
            if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0) {
                open.push(field.getGenericType());
            }
        }
    }

    private static Field[] fieldsOf(Class<?> type) {
        try {
            return type.getDeclaredFields();
        } catch (LinkageError missingClass) {
            // A field's type is not on the class path. An object of it will be rejected when it is written or read.
            return new Field[0];
        }
    }

    private void pushAll(Type[] types) {
        for (Type type : types) {
            open.push(type);
        }
    }
}
