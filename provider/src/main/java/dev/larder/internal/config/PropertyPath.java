package dev.larder.internal.config;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a public property of objects of any class: a record component or a getter, else a field. Each class is searched
 * once.
 */
final class PropertyPath {
    private final String name;
    private final ClassValue<Optional<Reader>> readers = new ClassValue<>() {
        @Override
        protected Optional<Reader> computeValue(Class<?> type) {
            return find(type);
        }
    };

    PropertyPath(String name) {
        this.name = name;
    }

    /** Whether the objects of a class have this property. */
    boolean isIn(Class<?> type) {
        return readers.get(type).isPresent();
    }

    /** @throws IllegalArgumentException if the object's class has no such property, or the getter throws */
    @Nullable
    Object of(Object object) {
        MethodHandle handle = readerIn(object.getClass()).handle();
        try {
            return (Object) handle.invokeExact(object);
        } catch (Error error) {
            throw error;
        } catch (Throwable thrown) {
            throw new IllegalArgumentException(object.getClass().getName() + "." + name + " threw " + thrown, thrown);
        }
    }

    /**
     * The declared type of the property in a class, boxed if primitive; {@code IllegalArgumentException} if there is
     * none.
     */
    Class<?> typeIn(Class<?> type) {
        return readerIn(type).type();
    }

    private Reader readerIn(Class<?> type) {
        return readers.get(type).orElseThrow(() -> new IllegalArgumentException(missingMessage(type)));
    }

    /** The message that a class has no such property, and what would be one. */
    String missingMessage(Class<?> type) {
        return type.getName() + " has no property '" + name
                + "': it takes a component of a record, a getter or a field, and it must be public";
    }

    private Optional<Reader> find(Class<?> type) {
        return Stream.concat(
                        supertypes(type)
                                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                                .filter(this::isGetter)
                                .filter(PropertyPath::isOpen)
                                .map(Reader::of),
                        supertypes(type)
                                .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
                                .filter(each -> each.getName().equals(name))
                                .filter(PropertyPath::isOpen)
                                .map(Reader::of))
                .findFirst();
    }

    private boolean isGetter(Method method) {
        String end = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        boolean component =
                method.getDeclaringClass().isRecord() && method.getName().equals(name);
        boolean named = Set.of("get" + end, "is" + end).contains(method.getName());
        return (component || named)
                && method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !method.isBridge();
    }

    // The class itself need not be public. If its module is closed, an interface or a superclass may give access.
    private static <M extends AccessibleObject & Member> boolean isOpen(M member) {
        return Modifier.isPublic(member.getModifiers())
                && !Modifier.isStatic(member.getModifiers())
                && member.trySetAccessible();
    }

    private static Stream<Class<?>> supertypes(@Nullable Class<?> type) {
        return type == null
                ? Stream.of()
                : Stream.concat(
                        Stream.of(type),
                        Stream.concat(
                                supertypes(type.getSuperclass()),
                                Arrays.stream(type.getInterfaces()).flatMap(PropertyPath::supertypes)));
    }

    /** Reads the property from objects of one class. */
    private record Reader(MethodHandle handle, Class<?> type) {
        static Reader of(Method method) {
            try {
                return of(MethodHandles.lookup().unreflect(method), method.getReturnType());
            } catch (IllegalAccessException closed) {
                throw new IllegalArgumentException(method + " cannot be called", closed);
            }
        }

        static Reader of(Field field) {
            try {
                return of(MethodHandles.lookup().unreflectGetter(field), field.getType());
            } catch (IllegalAccessException closed) {
                throw new IllegalArgumentException(field + " cannot be read", closed);
            }
        }

        private static Reader of(MethodHandle handle, Class<?> type) {
            return new Reader(
                    handle.asType(methodType(Object.class, Object.class)),
                    methodType(type).wrap().returnType());
        }
    }
}
