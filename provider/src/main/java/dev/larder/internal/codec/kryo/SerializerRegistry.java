package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.serializers.EnumNameSerializer;
import dev.larder.internal.codec.copy.Copier;
import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.filter.ClassFilter;
import dev.larder.internal.codec.filter.ClassNames;
import dev.larder.internal.codec.type.ClassFields;
import dev.larder.internal.codec.type.ClassKind;
import dev.larder.internal.codec.type.ClassTable;
import dev.larder.internal.codec.type.Classes;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The serialisers of all classes, for one manager. Unlike Kryo's own registrations, which belong to one Kryo, all
 * sessions share it. What it holds of application classes lives as long as the manager. Thread-safe.
 */
public final class SerializerRegistry {
    private final ClassLoader classLoader;
    private final Copier copier;
    private final ClassTable<ClassRegistration> byType = new ClassTable<>();
    private final Map<String, ClassRegistration> byName = new ConcurrentHashMap<>();

    public SerializerRegistry(ClassLoader classLoader, Copier copier) {
        this.classLoader = classLoader;
        this.copier = copier;
    }

    public ClassLoader classLoader() {
        return classLoader;
    }

    /** Whether this very object can never change, so that writing it twice makes no difference. */
    boolean isImmutable(Object value) {
        return copier.isImmutable(value);
    }

    ClassRegistration of(Class<?> type) {
        ClassRegistration classRegistration = byType.get(type);
        return classRegistration != null ? classRegistration : add(type);
    }

    /** The registration of a class named in bytes. The class is loaded only if the class filter allows it. */
    ClassRegistration named(String name, ClassFilter classFilter) {
        ClassRegistration classRegistration = byName.get(name);
        return classRegistration != null ? classRegistration : load(name, classFilter);
    }

    /** Loads a class named in bytes without initialising it, if the class filter allows it. */
    public Class<?> load(ClassFilter classFilter, String name) {
        return classFilter.load(name, classLoader);
    }

    /** The same for a name that may also be that of a primitive type. */
    public Class<?> loadOrPrimitive(ClassFilter classFilter, String name) {
        Class<?> primitive = ClassNames.primitive(name);
        return primitive != null ? primitive : load(classFilter, name);
    }

    private ClassRegistration load(String name, ClassFilter classFilter) {
        ClassRegistration classRegistration = of(load(classFilter, name));
        if (!classRegistration.isNamed()) {
            throw new UndecodableException("class " + name + " is no longer one that is written by name");
        }
        byName.put(name, classRegistration);
        return classRegistration;
    }

    private ClassRegistration add(Class<?> type) {
        ClassRegistration classRegistration = JdkSerializers.of(type);
        if (classRegistration == null) {
            classRegistration = choose(type);
        }
        byType.put(type, classRegistration);
        return classRegistration;
    }

    private ClassRegistration choose(Class<?> type) {
        if (EnumSet.class.isAssignableFrom(type)) {
            return JdkSerializers.ENUM_SET;
        }
        return switch (ClassKind.of(type)) {
            case ENUM -> enumOf(type);
            case ARRAY -> ClassRegistration.named(type, new ArraySerializer(type.getComponentType()), true, 0);
            case RECORD, PLAIN -> fieldsOrRecord(ClassFields.of(type));
            case PROXY, STREAM -> JdkSerializers.STREAM;
            case CLOSED -> closed(type);
        };
    }

    private ClassRegistration enumOf(Class<?> type) {
        Class<?> constant = type;
        while (!constant.isEnum() && constant != Enum.class) {
            constant = constant.getSuperclass();
        }
        return constant == type
                ? ClassRegistration.named(type, new EnumNameSerializer(type.asSubclass(Enum.class)), false, 0)
                : of(constant);
    }

    private static ClassRegistration fieldsOrRecord(ClassFields classFields) {
        var serializer =
                classFields.type().isRecord() ? new RecordSerializer(classFields) : new FieldsSerializer(classFields);
        return ClassRegistration.named(classFields.type(), serializer, true, classFields.fingerprint());
    }

    private static ClassRegistration closed(Class<?> type) {
        if (Charset.class.isAssignableFrom(type)) {
            return JdkSerializers.CHARSET;
        }
        if (Path.class.isAssignableFrom(type)) {
            return JdkSerializers.PATH;
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
