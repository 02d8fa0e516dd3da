package dev.larder.internal.codec.key;

import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.filter.ClassFilter;
import dev.larder.internal.codec.kryo.LookupCost;
import dev.larder.internal.codec.kryo.SerializerRegistry;
import dev.larder.internal.codec.record.CheckedInput;
import dev.larder.internal.codec.type.Enums;
import dev.larder.internal.codec.type.HolderType;
import dev.larder.internal.codec.type.MethodHandleFailures;
import dev.larder.internal.codec.type.ScalarType;
import dev.larder.internal.codec.type.ScalarTypes;
import java.lang.reflect.Array;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recreates a key that a {@link CanonicalKeyWriter} wrote. Used for one key. */
final class CanonicalKeyReader {
    private final KeyClassLayouts layouts;
    private final SerializerRegistry serializerRegistry;
    private final ClassFilter classFilter;
    private final CheckedInput in = new CheckedInput();
    private final CheckedInput extras = new CheckedInput();
    private int depth;

    CanonicalKeyReader(KeyClassLayouts layouts, SerializerRegistry serializerRegistry, ClassFilter classFilter) {
        this.layouts = layouts;
        this.serializerRegistry = serializerRegistry;
        this.classFilter = classFilter;
    }

    Object read(byte[] bytes, byte[] extraBytes) {
        in.begin(bytes, 0);
        extras.begin(extraBytes, 0);
        Object key = read();
        if (key == null || in.left() > 0) {
            throw new UndecodableException("the bytes of a key hold null, or are longer than the key");
        }
        return key;
    }

    @SuppressWarnings("NullAway") // lists, sets and maps of these kinds take null
    private @Nullable Object read() {
        if (depth == CanonicalKeyWriter.MAX_DEPTH) {
            throw new UndecodableException("the bytes of a key are nested more than " + depth + " deep");
        }
        depth++;
        Object part = read(in.readByte());
        depth--;
        return part;
    }

    @SuppressWarnings("NullAway")
    private @Nullable Object read(int tag) {
        return switch (tag) {
            case KeyNodeType.NULL -> null;
            case KeyNodeType.SCALAR -> readScalar();
            case KeyNodeType.ENUM -> Enums.constant(readClass(), in.readString());
            case KeyNodeType.LIST -> readList();
            case KeyNodeType.SET -> readSet();
            case KeyNodeType.MAP -> readMap();
            case KeyNodeType.ENTRY -> new AbstractMap.SimpleImmutableEntry<>(read(), read());
            case KeyNodeType.OBJECT -> readObject();
            case KeyNodeType.REPLACED -> read();
            case KeyNodeType.HOLDER -> readHolder();
            case KeyNodeType.CLASS -> readClass();
            case KeyNodeType.ARRAY -> readArray();
            default -> throw new UndecodableException("a key holds a part of the unknown kind " + tag);
        };
    }

    private Object readScalar() {
        int id = in.readVarInt(true);
        ScalarType<?> scalarType = ScalarTypes.of(id);
        if (scalarType == null || !scalarType.hasEquality() || DateKeyTypes.isAlias(id)) {
            throw new UndecodableException("a key holds a type with the number " + id + ", which no key uses");
        }
        return DateKeyTypes.read(scalarType, scalarType.read(in), extras);
    }

    private Class<?> readClass() {
        return serializerRegistry.loadOrPrimitive(classFilter, in.readString());
    }

    @SuppressWarnings("NullAway")
    private List<Object> readList() {
        List<Object> elements = new ArrayList<>();
        for (int left = in.readCount(1); left > 0; left--) {
            elements.add(read());
        }
        return elements;
    }

    @SuppressWarnings("NullAway")
    private Set<Object> readSet() {
        Set<Object> elements = new LinkedHashSet<>();
        int count = in.readCount(1);
        LookupCost cost = LookupCost.hashTable(count, in.budget());
        for (int left = count; left > 0; left--) {
            elements.add(readHashed(cost));
        }
        return elements;
    }

    private @Nullable Object readHashed(LookupCost cost) {
        int begin = in.position();
        Object element = read();
        cost.add(element, in.position() - begin);
        return element;
    }

    @SuppressWarnings("NullAway")
    private Map<Object, Object> readMap() {
        Map<Object, Object> map = new LinkedHashMap<>();
        int count = in.readCount(2);
        LookupCost cost = LookupCost.hashTable(count, in.budget());
        for (int left = count; left > 0; left--) {
            map.put(readHashed(cost), read());
        }
        return map;
    }

    private Object readHolder() {
        int id = in.readVarInt(true);
        for (HolderType kind : HolderType.ALL) {
            if (kind.id() == id && kind.isFrozen()) {
                @Nullable Object[] held = new @Nullable Object[kind.size()];
                for (int i = 0; i < held.length; i++) {
                    held[i] = read();
                }
                return kind.factory().apply(held);
            }
        }
        throw new UndecodableException("a key holds a container with the unknown number " + id);
    }

    private Object readArray() {
        Class<?> element = readClass();
        Object array = Array.newInstance(element, in.readCount(1));
        for (int i = 0, length = Array.getLength(array); i < length; i++) {
            Array.set(array, i, read());
        }
        return array;
    }

    private Object readObject() {
        KeyClassLayout layout = layouts.of(readClass(), in.readInt());
        @Nullable Object[] parts = new @Nullable Object[layout.state().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = KeyFieldConverter.as(layout.state().get(i).type(), read());
        }
        try {
            return layout.assembly().assemble(parts, extras);
        } catch (Throwable failure) {
            throw MethodHandleFailures.unchecked(failure);
        }
    }
}
