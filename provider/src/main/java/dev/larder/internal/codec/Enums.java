package dev.larder.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Registration;
import com.esotericsoftware.kryo.io.Input;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/** Collections of enum constants whose type is known by its class object only. */
@SuppressWarnings({"unchecked", "rawtypes"}) // the class object is an enum's, which readType makes sure of
final class Enums {
    private Enums() {}

    static Class<?> readType(Kryo graph, Input in) {
        Registration registration = graph.readClass(in);
        if (registration == null || !registration.getType().isEnum()) {
            throw new UndecodableException("bytes announce an enum and name another class");
        }
        return registration.getType();
    }

    static EnumSet<?> emptySet(Class<?> element) {
        return EnumSet.noneOf((Class) element);
    }

    static EnumSet<?> allOf(Class<?> element) {
        return EnumSet.allOf((Class) element);
    }

    static Map<Object, Object> emptyMap(Class<?> key) {
        return new EnumMap((Class) key);
    }
}
