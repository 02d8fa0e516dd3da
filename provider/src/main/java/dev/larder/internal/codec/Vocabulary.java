package dev.larder.internal.codec;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How objects of each class are written, for one manager. Its memory of the application's classes
 * lives as long as the manager does. Thread-safe.
 */
final class Vocabulary {
    private final ClassLoader classLoader;
    private final Copier copier;
    private final ClassTable<Known> byType = new ClassTable<>();
    private final Map<String, Known> byName = new ConcurrentHashMap<>();

    Vocabulary(ClassLoader classLoader, Copier copier) {
        this.classLoader = classLoader;
        this.copier = copier;
    }

    ClassLoader classLoader() {
        return classLoader;
    }

    /** Whether this very object can never change, so that nobody notices if it is written twice. */
    boolean isImmutable(Object value) {
        return copier.isImmutable(value);
    }

    Known of(Class<?> type) {
        Known known = byType.get(type);
        return known != null ? known : add(type);
    }

    /** The class of a name found in bytes, which is loaded only if the gate lets it pass. */
    Known named(String name, Gate gate) {
        Known known = byName.get(name);
        return known != null ? known : load(name, gate);
    }

    /** Loads a class named in bytes without initialising it, if the gate lets it pass. */
    Class<?> load(Gate gate, String name) {
        gate.toRead(ClassNames.elementOf(name));
        try {
            return Class.forName(name, false, classLoader);
        } catch (ClassNotFoundException | LinkageError missing) {
            throw new UndecodableException("class " + name + " cannot be loaded: " + missing, missing);
        }
    }

    private Known load(String name, Gate gate) {
        Known known = of(load(gate, name));
        if (!known.isNamed()) {
            throw new UndecodableException("class " + name + " is no longer one that is written by name");
        }
        byName.put(name, known);
        return known;
    }

    private Known add(Class<?> type) {
        Known known = JdkVocabulary.of(type);
        if (known == null) {
            known = choose(type);
        }
        byType.put(type, known);
        return known;
    }

    private Known choose(Class<?> type) {
        if (EnumSet.class.isAssignableFrom(type)) {
            return JdkVocabulary.ENUM_SET;
        }
        return switch (Nature.of(type)) {
            case ENUM -> enumOf(type);
            case ARRAY -> Known.named(type, new ArraySerializer(type.getComponentType()), true, 0);
            case RECORD, PLAIN -> shaped(Shape.of(type));
            case PROXY, STREAM -> JdkVocabulary.STREAM;
            case CLOSED -> closed(type);
        };
    }

    private Known enumOf(Class<?> type) {
        Class<?> constant = type;
        while (!constant.isEnum() && constant != Enum.class) {
            constant = constant.getSuperclass();
        }
        return constant == type ? Known.named(type, new EnumSerializer(type), false, 0) : of(constant);
    }

    private static Known shaped(Shape shape) {
        var serializer = shape.type().isRecord() ? new RecordSerializer(shape) : new PlainSerializer(shape);
        return Known.named(shape.type(), serializer, true, shape.fingerprint());
    }

    private static Known closed(Class<?> type) {
        if (Charset.class.isAssignableFrom(type)) {
            return JdkVocabulary.CHARSET;
        }
        if (Path.class.isAssignableFrom(type)) {
            return JdkVocabulary.PATH;
        }
        throw new CodecException(
                "an object of class " + type.getName() + " cannot be written: it is neither Serializable"
                        + " nor made of fields that may be read; leave it out of the value (transient), or copy it into a"
                        + " class that can be written" + hint(type));
    }

    private static String hint(Class<?> type) {
        if (type.isHidden()) {
            return " (a lambda is written only if its interface is Serializable)";
        }
        if (type.getModule().isNamed() && !Classes.isJdk(type)) {
            return " (or open its package to dev.larder.core in module "
                    + type.getModule().getName() + ")";
        }
        return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)
                ? " (for a view of a map or collection: new ArrayList<>(it))"
                : "";
    }
}
