package dev.larder.internal.codec;

import com.esotericsoftware.kryo.Serializer;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the JDK that have a number in the format. The serialisers have no state, so all
 * caches share them; nothing here knows a class of the application.
 */
final class JdkVocabulary {
    private static final IdentityHashMap<Class<?>, Known> BY_TYPE = new IdentityHashMap<>();
    private static final Known[] BY_ID = new Known[160];

    /** Whatever only Java serialisation can handle. */
    static final Known STREAM = add(130, Stream.class, new StreamSerializer(), true);

    static final Known CHARSET = add(132, Charset.class, TextSerializer.OF_CHARSETS, false);

    static final Known PATH = add(135, Path.class, TextSerializer.OF_PATHS, false);

    static final Known ENUM_SET = add(133, EnumSet.class, new EnumSetSerializer(), true);

    static {
        for (Scalar<?> scalar : Scalars.ALL) {
            add(scalar.id(), scalar.type(), new ScalarSerializer(scalar), !scalar.isImmutable());
        }
        for (CollectionKind kind : CollectionKind.ALL) {
            add(kind.id(), kind.types().get(0), new CollectionSerializer(kind), true);
            kind.types().forEach(type -> BY_TYPE.put(type, BY_ID[kind.id()]));
        }
        for (MapKind kind : MapKind.ALL) {
            add(kind.id(), kind.types().get(0), new MapSerializer(kind), true);
            kind.types().forEach(type -> BY_TYPE.put(type, BY_ID[kind.id()]));
        }
        for (BoxKind kind : BoxKind.ALL) {
            add(kind.id(), kind.type(), new BoxSerializer(kind), true);
        }
        add(131, Class.class, new ClassSerializer(), false);
        add(136, TimeZone.getTimeZone("Europe/London").getClass(), TextSerializer.OF_ZONES, true);
        add(134, EnumMap.class, new EnumMapSerializer(), true);
        add(140, boolean[].class, PrimitiveArrays.OF_BOOLEANS, true);
        add(141, byte[].class, PrimitiveArrays.OF_BYTES, true);
        add(142, short[].class, PrimitiveArrays.OF_SHORTS, true);
        add(143, char[].class, PrimitiveArrays.OF_CHARS, true);
        add(144, int[].class, PrimitiveArrays.OF_INTS, true);
        add(145, long[].class, PrimitiveArrays.OF_LONGS, true);
        add(146, float[].class, PrimitiveArrays.OF_FLOATS, true);
        add(147, double[].class, PrimitiveArrays.OF_DOUBLES, true);
        add(148, Object[].class, new ArraySerializer(Object.class), true);
        add(149, String[].class, new ArraySerializer(String.class), true);
        add(150, Serializable[].class, new ArraySerializer(Serializable.class), true);
    }

    private JdkVocabulary() {}

    /** What stands for exactly this class, null if nothing does. */
    static @Nullable Known of(Class<?> type) {
        return BY_TYPE.get(type);
    }

    /** What has this number, null if nothing has. */
    static @Nullable Known of(int id) {
        return id < 0 || id >= BY_ID.length ? null : BY_ID[id];
    }

    private static Known add(int id, Class<?> type, Serializer<?> serializer, boolean isReferenced) {
        Known known = Known.numbered(id, type, serializer, isReferenced);
        BY_TYPE.put(type, known);
        BY_ID[id] = known;
        return known;
    }

    /** Has the number under which streams are written. */
    private static final class Stream {}
}
