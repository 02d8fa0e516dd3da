package dev.larder.internal.codec.type;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Registration;
import com.esotericsoftware.kryo.io.Input;
import dev.larder.internal.codec.failure.UndecodableException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/** Creates collections of enum constants whose type is only known as a class object. */
@SuppressWarnings({"unchecked", "rawtypes"})
public // readType checks that the class is an enum
final class Enums {
    private Enums() {}

    public static Class<?> readType(Kryo graph, Input in) {
        Registration registration = graph.readClass(in);
        if (registration == null || !registration.getType().isEnum()) {
            throw new UndecodableException("bytes announce an enum and name another class");
        }
        return registration.getType();
    }

    public static EnumSet<?> emptySet(Class<?> element) {
        return EnumSet.noneOf((Class) element);
    }

    public static EnumSet<?> allOf(Class<?> element) {
        return EnumSet.allOf((Class) element);
    }

    public static Map<Object, Object> emptyMap(Class<?> key) {
        return new EnumMap((Class) key);
    }
}
