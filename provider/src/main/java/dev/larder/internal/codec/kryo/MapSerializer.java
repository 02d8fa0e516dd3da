package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.larder.internal.codec.record.CheckedInput;
import dev.larder.internal.codec.type.MapType;
import java.util.Comparator;
import java.util.Map;

/**
 * Writes a JDK map: its comparator, if its type can have one, and its pairs. Unlike Kryo's own serializer, it takes a
 * snapshot of a concurrent map and charges lookups to the budget. It refuses a map that contains itself but is made
 * after its pairs.
 */
final class MapSerializer extends Serializer<Map<?, ?>> {
    private final MapType kind;
    private final boolean isMadeLast;

    MapSerializer(MapType kind) {
        this.kind = kind;
        this.isMadeLast = kind.finished() != null;
    }

    @Override
    public void write(Kryo graph, Output out, Map<?, ?> map) {
        RecordReferences recordReferences = ((LarderKryo) graph).references();
        if (isMadeLast) {
            recordReferences.open(map);
        }
        if (kind.isSorted()) {
            graph.writeClassAndObject(out, kind.comparatorOf(map));
        }
        writePairs(graph, out, map);
        if (isMadeLast) {
            recordReferences.close();
        }
    }

    // Writes from a snapshot, since the map may be concurrent and change its size.
    private static void writePairs(Kryo graph, Output out, Map<?, ?> map) {
        Object[] pairs = map.entrySet().toArray();
        out.writeVarInt(pairs.length, true);
        for (Object each : pairs) {
            Map.Entry<?, ?> pair = (Map.Entry<?, ?>) each;
            graph.writeClassAndObject(out, pair.getKey());
            graph.writeClassAndObject(out, pair.getValue());
        }
    }

    @SuppressWarnings("unchecked") // the type of a comparator is not checked
    @Override
    public Map<?, ?> read(Kryo graph, Input in, Class<? extends Map<?, ?>> type) {
        Comparator<Object> comparator = kind.isSorted() ? (Comparator<Object>) graph.readClassAndObject(in) : null;
        int size = ((CheckedInput) in).readCount(2);
        Map<Object, Object> pairs = kind.empty().make(size, comparator);
        if (!isMadeLast) {
            graph.reference(pairs);
        }
        readAll(size, (LarderKryo) graph, (CheckedInput) in, pairs);
        return kind.complete(pairs);
    }

    private void readAll(int size, LarderKryo larderKryo, CheckedInput in, Map<Object, Object> pairs) {
        LookupCost cost = LookupCost.of(kind.id(), size, in.budget());
        for (int i = 0; i < size; i++) {
            Object key = cost == null ? larderKryo.readClassAndObject(in) : larderKryo.readLookedUp(in, cost);
            pairs.put(key, larderKryo.readClassAndObject(in));
        }
    }
}
