package dev.larder.internal.codec;

import java.lang.reflect.Member;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Map;
import java.util.SimpleTimeZone;

/** Chooses how objects of a class are copied. */
final class CopyPlans {
    private static final Map<Class<?>, CopyPlan> KNOWN = new HashMap<>();
    private static final AllowList IMMUTABLE = AllowList.parse("java.time.**, java.io.File, java.lang.Class,"
            + " java.lang.StackTraceElement, java.math.MathContext, java.net.URL, java.net.Inet4Address,"
            + " java.net.Inet6Address, java.net.InetSocketAddress, sun.nio.fs.*, sun.nio.cs.**, sun.util.calendar.*");

    static {
        for (Scalar<?> scalar : Scalars.ALL) {
            KNOWN.put(scalar.type(), scalar.isImmutable() ? CopyPlan.SHARE : new LeafCopy(scalar::copyOf));
        }
        for (CollectionKind kind : CollectionKind.ALL) {
            kind.types().forEach(type -> KNOWN.put(type, new CollectionCopy(kind)));
        }
        for (MapKind kind : MapKind.ALL) {
            kind.types().forEach(type -> KNOWN.put(type, new MapCopy(kind)));
        }
        for (BoxKind kind : BoxKind.ALL) {
            KNOWN.put(kind.type(), new BoxCopy(kind));
        }
        KNOWN.put(GregorianCalendar.class, new LeafCopy(value -> ((GregorianCalendar) value).clone()));
        KNOWN.put(SimpleTimeZone.class, new LeafCopy(value -> ((SimpleTimeZone) value).clone()));
        KNOWN.put(EnumMap.class, new EnumMapCopy());
    }

    private final AllowList declaredImmutable;
    private final StreamCopy streams = new StreamCopy();

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
        return frozenOr(type, byNature(type));
    }

    /** A copy of a whole value by Java serialisation, for what has no other. */
    Object streamed(Object value, WholeStreamNeeded why) {
        return streams.copyOf(value, why);
    }

    private boolean isDeclaredImmutable(Class<?> type) {
        return (Classes.isJdk(type) && IMMUTABLE.allows(type.getName()))
                || Member.class.isAssignableFrom(type)
                || declaredImmutable.allows(type.getName());
    }

    private CopyPlan byNature(Class<?> type) {
        return switch (Nature.of(type)) {
            case ENUM -> CopyPlan.SHARE;
            case ARRAY -> ArrayCopy.of(type);
            case RECORD -> new RecordCopy(Shape.of(type));
            case PLAIN -> new PlainCopy(Shape.of(type));
            case PROXY -> new ProxyCopy();
            case STREAM -> streams;
            case CLOSED -> new NoCopy();
        };
    }

    private static CopyPlan frozenOr(Class<?> type, CopyPlan other) {
        return other == CopyPlan.SHARE || type.isArray() ? other : FrozenCopy.of(type, other);
    }
}
