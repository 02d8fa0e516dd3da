package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.larder.internal.codec.record.CheckedInput;
import dev.larder.internal.codec.type.CollectionType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;

/**
 * Writes a JDK collection: its comparator, if its type can have one, and its elements. Unlike Kryo's own serializer, it
 * takes a snapshot of a concurrent collection and charges lookups to the budget. It refuses a collection that contains
 * itself but is made after its elements.
 */
final class CollectionSerializer extends Serializer<Collection<?>> {
    private final CollectionType kind;
    private final boolean isMadeLast;

    CollectionSerializer(CollectionType kind) {
        this.kind = kind;
        this.isMadeLast = kind.finished() != null;
    }

    @Override
    public void write(Kryo graph, Output out, Collection<?> collection) {
        RecordReferences recordReferences = ((LarderKryo) graph).references();
        if (isMadeLast) {
            recordReferences.open(collection);
        }
        if (kind.isSorted()) {
            graph.writeClassAndObject(out, kind.comparatorOf(collection));
        }
        // A snapshot, since the collection may be concurrent and change its size.
        Object[] elements = collection.toArray();
        out.writeVarInt(elements.length, true);
        for (Object element : elements) {
            graph.writeClassAndObject(out, element);
        }
        if (isMadeLast) {
            recordReferences.close();
        }
    }

    @SuppressWarnings("unchecked") // the type of a comparator is not checked
    @Override
    public Collection<?> read(Kryo graph, Input in, Class<? extends Collection<?>> type) {
        Comparator<Object> comparator = kind.isSorted() ? (Comparator<Object>) graph.readClassAndObject(in) : null;
        int size = ((CheckedInput) in).readCount(1);
        Collection<Object> elements = kind.empty().make(size, comparator);
        if (!isMadeLast) {
            graph.reference(elements);
        }
        if (kind.isCopiedOnWrite()) {
            Collection<Object> all = new ArrayList<>(size);
            readAll(size, (LarderKryo) graph, (CheckedInput) in, all);
            elements.addAll(all);
        } else {
            readAll(size, (LarderKryo) graph, (CheckedInput) in, elements);
        }
        return kind.complete(elements);
    }

    private void readAll(int size, LarderKryo larderKryo, CheckedInput in, Collection<Object> elements) {
        LookupCost cost = LookupCost.of(kind.id(), size, in.budget());
        for (int i = 0; i < size; i++) {
            elements.add(cost == null ? larderKryo.readClassAndObject(in) : larderKryo.readLookedUp(in, cost));
        }
    }
}
