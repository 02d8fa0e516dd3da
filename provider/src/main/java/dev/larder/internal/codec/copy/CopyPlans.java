package dev.larder.internal.codec.copy;

import dev.larder.internal.codec.filter.AllowList;
import dev.larder.internal.codec.stream.SharedReferenceException;
import dev.larder.internal.codec.type.ClassFields;
import dev.larder.internal.codec.type.ClassKind;
import dev.larder.internal.codec.type.Classes;
import dev.larder.internal.codec.type.CollectionType;
import dev.larder.internal.codec.type.HolderType;
import dev.larder.internal.codec.type.MapType;
import dev.larder.internal.codec.type.ScalarType;
import dev.larder.internal.codec.type.ScalarTypes;
import java.lang.reflect.Member;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Map;
import java.util.SimpleTimeZone;

/** Chooses the copy plan of a class. */
final class CopyPlans {
    private static final Map<Class<?>, CopyPlan> KNOWN = new HashMap<>();
    private static final AllowList IMMUTABLE = AllowList.parse("java.time.**, java.io.File, java.lang.Class,"
            + " java.lang.StackTraceElement, java.math.MathContext, java.net.URL, java.net.Inet4Address,"
            + " java.net.Inet6Address, java.net.InetSocketAddress, sun.nio.fs.*, sun.nio.cs.**, sun.util.calendar.*");

    static {
        for (ScalarType<?> scalarType : ScalarTypes.ALL) {
            KNOWN.put(scalarType.type(), scalarType.isImmutable() ? CopyPlan.SHARE : new LeafCopy(scalarType::copyOf));
        }
        for (CollectionType kind : CollectionType.ALL) {
            kind.types().forEach(type -> KNOWN.put(type, new CollectionCopy(kind)));
        }
        for (MapType kind : MapType.ALL) {
            kind.types().forEach(type -> KNOWN.put(type, new MapCopy(kind)));
        }
        for (HolderType kind : HolderType.ALL) {
            KNOWN.put(kind.type(), new HolderCopy(kind));
        }
        KNOWN.put(GregorianCalendar.class, new LeafCopy(value -> ((GregorianCalendar) value).clone()));
        KNOWN.put(SimpleTimeZone.class, new LeafCopy(value -> ((SimpleTimeZone) value).clone()));
        KNOWN.put(EnumMap.class, new EnumMapCopy());
    }

    private final AllowList declaredImmutable;
    private final SerializationCopy streams = new SerializationCopy();

    CopyPlans(AllowList declaredImmutable) {
        this.declaredImmutable = declaredImmutable;
    }

    CopyPlan planFor(Class<?> type) {
        CopyPlan known = KNOWN.get(type);
        if (known != null) {
            return known;
        }
        if (isDeclaredImmutable(type)) {
            return CopyPlan.SHARE;
        }
        if (EnumSet.class.isAssignableFrom(type)) {
            return new LeafCopy(value -> ((EnumSet<?>) value).clone());
        }
        return frozenOr(type, byKind(type));
    }

    /** Copies a whole value by Java serialisation, if there is no other way. */
    Object streamed(Object value, SharedReferenceException why) {
        return streams.copyOf(value, why);
    }

    private boolean isDeclaredImmutable(Class<?> type) {
        return (Classes.isJdk(type) && IMMUTABLE.allows(type.getName()))
                || Member.class.isAssignableFrom(type)
                || declaredImmutable.allows(type.getName());
    }

    private CopyPlan byKind(Class<?> type) {
        return switch (ClassKind.of(type)) {
            case ENUM -> CopyPlan.SHARE;
            case ARRAY -> ArrayCopy.of(type);
            case RECORD -> new RecordCopy(ClassFields.of(type));
            case PLAIN -> new FieldCopy(ClassFields.of(type));
            case PROXY -> new ProxyCopy();
            case STREAM -> streams;
            case CLOSED -> CopyPlan.REFUSE;
        };
    }

    private static CopyPlan frozenOr(Class<?> type, CopyPlan other) {
        return other == CopyPlan.SHARE || type.isArray() ? other : FinalFieldsCopy.of(type, other);
    }
}
