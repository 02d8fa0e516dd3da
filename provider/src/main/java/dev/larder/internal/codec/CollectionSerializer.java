package dev.larder.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;

/** Writes a collection of the JDK as its comparator, if it has a place for one, and its elements. */
final class CollectionSerializer extends Serializer<Collection<?>> {
    private final CollectionKind kind;
    private final boolean isMadeLast;

    CollectionSerializer(CollectionKind kind) {
        this.kind = kind;
        this.isMadeLast = kind.finished() != null;
    }

    @Override
    public void write(Kryo graph, Output out, Collection<?> collection) {
        References references = ((Graph) graph).references();
        if (isMadeLast) {
            references.open(collection);
        }
        if (kind.isSorted()) {
            graph.writeClassAndObject(out, kind.comparatorOf(collection));
        }
        // At once, for the collection may be a concurrent one whose size changes.
        Object[] elements = collection.toArray();
        out.writeVarInt(elements.length, true);
        for (Object element : elements) {
            graph.writeClassAndObject(out, element);
        }
        if (isMadeLast) {
            references.close();
        }
    }

    @SuppressWarnings("unchecked") // comparators are not asked for their type
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
            readAll(size, (Graph) graph, (CheckedInput) in, all);
            elements.addAll(all);
        } else {
            readAll(size, (Graph) graph, (CheckedInput) in, elements);
        }
        return kind.complete(elements);
    }

    private void readAll(int size, Graph graph, CheckedInput in, Collection<Object> elements) {
        LookupCost cost = LookupCost.of(kind.id(), size, in.budget());
        for (int i = 0; i < size; i++) {
            elements.add(cost == null ? graph.readClassAndObject(in) : graph.readLookedUp(in, cost));
        }
    }
}
