package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.ReferenceResolver;
import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.record.ObjectWeights;
import dev.larder.internal.codec.stream.SharedReferenceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a record in the order of their first occurrence, so that an object that occurs twice is one object
 * again after reading. A few objects are searched in an array, more in a map.
 */
final class RecordReferences implements ReferenceResolver {
    private static final int FEW = 16;
    private static final int NEVER = -1;

    private final SerializerRegistry serializerRegistry;

    private @Nullable Object[] written = new @Nullable Object[FEW];
    private int writtenCount;
    private final IdentityHashMap<Object, Integer> many = new IdentityHashMap<>();
    private final List<Object> open = new ArrayList<>();
    private final IdentityHashMap<Object, Object> streamed = new IdentityHashMap<>();
    private final ArrayList<@Nullable Object> read = new ArrayList<>();
    private final ObjectWeights objectWeights = new ObjectWeights();

    RecordReferences(SerializerRegistry serializerRegistry) {
        this.serializerRegistry = serializerRegistry;
    }

    /** Marks an object that a reader can only create after its contents. */
    void open(Object madeLast) {
        open.add(madeLast);
    }

    void close() {
        open.remove(open.size() - 1);
    }

    /**
     * Records an object that goes into a nested stream as part of {@code root}.
     *
     * @throws SharedReferenceException if it belongs to another part of the value as well
     */
    void addStreamed(Object met, Object root) {
        if (met == root || serializerRegistry.isImmutable(met)) {
            return;
        }
        if (idOf(met) != NEVER || streamed.put(met, root) != null) {
            throw new SharedReferenceException(met.getClass());
        }
    }

    /** The weights of the objects that are read. */
    ObjectWeights weights() {
        return objectWeights;
    }

    /** The number of objects read so far. */
    int readCount() {
        return read.size();
    }

    @Override
    public int getWrittenId(Object object) {
        int id = idOf(object);
        if (id == NEVER) {
            if (!streamed.isEmpty() && streamed.containsKey(object)) {
                throw new SharedReferenceException(object.getClass());
            }
        } else if (!open.isEmpty()) {
            requireClosed(object);
        }
        return id;
    }

    @Override
    public int addWrittenObject(Object object) {
        int id = writtenCount++;
        if (id < FEW) {
            written[id] = object;
        } else {
            many.put(object, id);
        }
        return id;
    }

    @Override
    public int nextReadId(Class type) {
        read.add(null);
        return read.size() - 1;
    }

    @Override
    public void setReadObject(int id, Object object) {
        read.set(id, object);
    }

    @Override
    public Object getReadObject(Class type, int id) {
        Object object = id >= 0 && id < read.size() ? read.get(id) : null;
        if (object == null) {
            throw new UndecodableException("bytes refer to object " + id + " of " + read.size());
        }
        objectWeights.addReference(id);
        return object;
    }

    @Override
    public boolean useReferences(Class type) {
        return serializerRegistry.of(type).isReferenced();
    }

    @Override
    public void reset() {
        Arrays.fill(written, 0, Math.min(writtenCount, FEW), null);
        writtenCount = 0;
        clear(many);
        clear(streamed);
        open.clear();
        read.clear();
        objectWeights.reset();
    }

    @Override
    public void setKryo(Kryo kryo) {}

    private static void clear(Map<?, ?> map) {
        if (!map.isEmpty()) {
            map.clear();
        }
    }

    private int idOf(Object object) {
        for (int id = 0, end = Math.min(writtenCount, FEW); id < end; id++) {
            if (written[id] == object) {
                return id;
            }
        }
        Integer id = writtenCount > FEW ? many.get(object) : null;
        return id == null ? NEVER : id;
    }

    private void requireClosed(Object object) {
        for (Object madeLast : open) {
            if (madeLast == object) {
                throw new CodecException(
                        "an object of " + object.getClass().getName() + " holds itself, by way of others,"
                                + " and is of a kind that can only be made once its contents are there; it cannot be written");
            }
        }
    }
}
