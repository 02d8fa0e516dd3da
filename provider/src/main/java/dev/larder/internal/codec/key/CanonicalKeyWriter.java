package dev.larder.internal.codec.key;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.filter.ClassFilter;
import dev.larder.internal.codec.record.RecordOutput;
import dev.larder.internal.codec.type.ClassFields;
import dev.larder.internal.codec.type.HolderType;
import dev.larder.internal.codec.type.ScalarType;
import dev.larder.internal.codec.type.ScalarTypes;
import dev.larder.internal.codec.type.UriText;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a key so that equal keys have equal bytes, which Kryo's graphs do not: without references, lists independent
 * of their class, sets and maps ordered by their elements' bytes, cached hash codes omitted. Objects without value
 * equality, or whose equality does not depend on their fields, are rejected. Used for one key.
 */
final class CanonicalKeyWriter {
    static final int MAX_DEPTH = 100;
    private static final int FIRST_SIZE = 128;

    private final KeyClassLayouts layouts;
    private final ClassFilter classFilter;
    private final RecordOutput out = new RecordOutput(FIRST_SIZE);
    private @Nullable RecordOutput extras;
    private Set<Class<?>> unverified = Set.of();
    private boolean needsReadBack;
    private int depth;

    CanonicalKeyWriter(KeyClassLayouts layouts, ClassFilter classFilter) {
        this.layouts = layouts;
        this.classFilter = classFilter;
    }

    byte[] bytes() {
        return out.toBytes();
    }

    byte[] extras() {
        return extras == null ? KeySection.NONE : extras.toBytes();
    }

    /** Whether the key must itself be read back to find out whether the result is equal. */
    boolean needsReadBack() {
        return needsReadBack;
    }

    /** The classes in the key of which no object has been read back yet. */
    Set<Class<?>> unverified() {
        return unverified;
    }

    CanonicalKeyWriter write(@Nullable Object part) {
        if (part == null) {
            out.writeByte(KeyNodeType.NULL);
            return this;
        }
        if (++depth > MAX_DEPTH) {
            throw new CodecException("it is nested deeper than " + MAX_DEPTH + " levels, or refers to itself");
        }
        writePart(part);
        depth--;
        return this;
    }

    private void writePart(Object part) {
        ScalarType<?> scalarType = ScalarTypes.of(part.getClass());
        if (scalarType != null) {
            writeScalar(scalarType, part);
        } else if (part instanceof Enum<?> constant) {
            writeEnum(constant);
        } else if (part instanceof Class<?> type) {
            named(KeyNodeType.CLASS, type);
        } else if (part.getClass().isArray()) {
            writeArray(part);
        } else if (!writeCollection(part) && !writeHolder(part)) {
            writeObject(part);
        }
    }

    private void writeScalar(ScalarType<?> scalarType, Object part) {
        if (!scalarType.hasEquality()) {
            throw new CodecException("it holds a " + part.getClass().getName() + ", which is equal only to itself");
        }
        ScalarType<?> written = DateKeyTypes.written(scalarType);
        out.writeByte(KeyNodeType.SCALAR);
        out.writeVarInt(written.id(), true);
        written.write(out, part instanceof java.net.URI uri ? UriText.canonical(uri) : part);
        if (written != scalarType) {
            openExtras().writeInt(DateKeyTypes.extra(scalarType));
        }
    }

    private void writeEnum(Enum<?> constant) {
        named(KeyNodeType.ENUM, constant.getDeclaringClass());
        out.writeString(constant.name());
    }

    private boolean writeCollection(Object part) {
        if (part instanceof Collection || part instanceof Map || part instanceof Map.Entry) {
            layouts.requireEqualityOfContents(part);
        }
        if (part instanceof List<?> list) {
            out.writeByte(KeyNodeType.LIST);
            writeAll(list);
        } else if (part instanceof Set<?> set) {
            out.writeByte(KeyNodeType.SET);
            writeSorted(set.stream().map(element -> apart().write(element)).toList());
        } else if (part instanceof Map<?, ?> map && !(part instanceof IdentityHashMap)) {
            out.writeByte(KeyNodeType.MAP);
            writeSorted(map.entrySet().stream()
                    .map(pair -> apart().write(pair.getKey()).write(pair.getValue()))
                    .toList());
        } else if (part instanceof Map.Entry<?, ?> entry) {
            out.writeByte(KeyNodeType.ENTRY);
            write(entry.getKey()).write(entry.getValue());
        } else {
            return false;
        }
        return true;
    }

    private void writeAll(Collection<?> elements) {
        out.writeVarInt(elements.size(), true);
        elements.forEach(this::write);
    }

    private CanonicalKeyWriter apart() {
        CanonicalKeyWriter apart = new CanonicalKeyWriter(layouts, classFilter);
        apart.depth = depth;
        return apart;
    }

    private void writeSorted(List<CanonicalKeyWriter> elements) {
        List<CanonicalKeyWriter> sorted = new ArrayList<>(elements);
        sorted.sort((a, b) -> Arrays.compareUnsigned(a.bytes(), b.bytes()));
        out.writeVarInt(sorted.size(), true);
        for (CanonicalKeyWriter element : sorted) {
            out.writeBytes(element.bytes());
            if (element.extras != null) {
                openExtras().writeBytes(element.extras());
            }
            needsReadBack |= element.needsReadBack;
            element.unverified.forEach(this::addUnverified);
        }
    }

    private boolean writeHolder(Object part) {
        for (HolderType kind : HolderType.ALL) {
            if (kind.type() == part.getClass() && kind.isFrozen()) {
                out.writeByte(KeyNodeType.HOLDER);
                out.writeVarInt(kind.id(), true);
                for (Object held : kind.contents().apply(part)) {
                    write(held);
                }
                return true;
            }
        }
        return false;
    }

    // Whether arrays with equal contents count as equal depends on the class that contains them.
    private void writeArray(Object array) {
        needsReadBack = true;
        named(KeyNodeType.ARRAY, array.getClass().getComponentType());
        int length = Array.getLength(array);
        out.writeVarInt(length, true);
        for (int i = 0; i < length; i++) {
            write(Array.get(array, i));
        }
    }

    private void writeObject(Object part) {
        KeyClassLayout layout = layouts.of(part);
        needsReadBack |= !layout.isTrusted();
        if (!layouts.isVerified(layout.type())) {
            addUnverified(layout.type());
        }
        if (layout.writeReplace() != null) {
            out.writeByte(KeyNodeType.REPLACED);
            write(layouts.replacementOf(part, layout.writeReplace()));
            return;
        }
        named(KeyNodeType.OBJECT, layout.type());
        out.writeInt(layout.fingerprint());
        LenientEquality equality = layouts.equalityOf(layout, part);
        for (int i = 0; i < layout.state().size(); i++) {
            write(equality.written(layout, i, KeyClassLayouts.get(layout.state().get(i), part)));
        }
        for (ClassFields.Slot slot : layout.extras()) {
            openExtras().writeInt(KeyClassLayouts.getInt(slot, part));
        }
    }

    // Few keys have extras.
    private RecordOutput openExtras() {
        RecordOutput open = extras == null ? new RecordOutput(FIRST_SIZE) : extras;
        extras = open;
        return open;
    }

    private void addUnverified(Class<?> type) {
        Set<Class<?>> more = new HashSet<>(unverified);
        more.add(type);
        unverified = more;
    }

    private void named(int tag, Class<?> type) {
        classFilter.toWrite(type);
        out.writeByte(tag);
        out.writeString(type.getName());
    }
}
