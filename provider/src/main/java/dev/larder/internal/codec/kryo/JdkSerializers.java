package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.serializers.DefaultSerializers.EnumSetSerializer;
import dev.larder.internal.codec.type.CollectionType;
import dev.larder.internal.codec.type.HolderType;
import dev.larder.internal.codec.type.MapType;
import dev.larder.internal.codec.type.ScalarType;
import dev.larder.internal.codec.type.ScalarTypes;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * The serialisers of the JDK classes that have a number in the format. Unlike Kryo's own registrations, these are
 * shared by all caches, and a number does not depend on the order of registration. They are stateless. Nothing here
 * refers to application classes.
 */
final class JdkSerializers {
    private static final IdentityHashMap<Class<?>, ClassRegistration> BY_TYPE = new IdentityHashMap<>();
    private static final ClassRegistration[] BY_ID = new ClassRegistration[160];

    /** The registration for everything that only Java serialisation can handle. */
    static final ClassRegistration STREAM = add(130, Stream.class, new NestedStreamSerializer(), true);

    static final ClassRegistration CHARSET = add(132, Charset.class, TextSerializer.OF_CHARSETS, false);

    static final ClassRegistration PATH = add(135, Path.class, TextSerializer.OF_PATHS, false);

    static final ClassRegistration ENUM_SET = add(133, EnumSet.class, new EnumSetSerializer(), true);

    static {
        for (ScalarType<?> scalarType : ScalarTypes.ALL) {
            add(scalarType.id(), scalarType.type(), scalarType.serializer(), !scalarType.isImmutable());
        }
        for (CollectionType kind : CollectionType.ALL) {
            add(kind.id(), kind.types().get(0), new CollectionSerializer(kind), true);
            kind.types().forEach(type -> BY_TYPE.put(type, BY_ID[kind.id()]));
        }
        for (MapType kind : MapType.ALL) {
            add(kind.id(), kind.types().get(0), new MapSerializer(kind), true);
            kind.types().forEach(type -> BY_TYPE.put(type, BY_ID[kind.id()]));
        }
        for (HolderType kind : HolderType.ALL) {
            add(kind.id(), kind.type(), new HolderSerializer(kind), true);
        }
        add(131, Class.class, new ClassSerializer(), false);
        add(136, TimeZone.getTimeZone("Europe/London").getClass(), TextSerializer.OF_ZONES, true);
        add(134, EnumMap.class, new EnumMapSerializer(), true);
        add(140, boolean[].class, PrimitiveArraySerializer.OF_BOOLEANS, true);
        add(141, byte[].class, PrimitiveArraySerializer.OF_BYTES, true);
        add(142, short[].class, PrimitiveArraySerializer.OF_SHORTS, true);
        add(143, char[].class, PrimitiveArraySerializer.OF_CHARS, true);
        add(144, int[].class, PrimitiveArraySerializer.OF_INTS, true);
        add(145, long[].class, PrimitiveArraySerializer.OF_LONGS, true);
        add(146, float[].class, PrimitiveArraySerializer.OF_FLOATS, true);
        add(147, double[].class, PrimitiveArraySerializer.OF_DOUBLES, true);
        add(148, Object[].class, new ArraySerializer(Object.class), true);
        add(149, String[].class, new ArraySerializer(String.class), true);
        add(150, Serializable[].class, new ArraySerializer(Serializable.class), true);
    }

    private JdkSerializers() {}

    /** The registration of exactly this class, null if there is none. */
    static @Nullable ClassRegistration of(Class<?> type) {
        return BY_TYPE.get(type);
    }

    /** The registration with this number, null if there is none. */
    static @Nullable ClassRegistration of(int id) {
        return id < 0 || id >= BY_ID.length ? null : BY_ID[id];
    }

    private static ClassRegistration add(int id, Class<?> type, Serializer<?> serializer, boolean isReferenced) {
        ClassRegistration classRegistration = ClassRegistration.numbered(id, type, serializer, isReferenced);
        BY_TYPE.put(type, classRegistration);
        BY_ID[id] = classRegistration;
        return classRegistration;
    }

    /** Represents streams of Java serialisation; holds their number. */
    private static final class Stream {}
}
