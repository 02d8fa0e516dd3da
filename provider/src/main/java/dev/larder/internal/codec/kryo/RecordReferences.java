package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.util.MapReferenceResolver;
import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.record.ObjectWeights;
import dev.larder.internal.codec.stream.SharedReferenceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a record in the order of their first occurrence, so that an object that occurs twice is one object
 * again after reading. Unlike Kryo's own resolver, it searches the first few objects in an array, weighs objects, and
 * refuses those that contain themselves or are shared with a Java stream.
 */
final class RecordReferences extends MapReferenceResolver {
    private static final int FEW = 16;
    private static final int NEVER = -1;

    private final SerializerRegistry serializerRegistry;

    private @Nullable Object[] written = new @Nullable Object[FEW];
    private int writtenCount;
    private final List<Object> open = new ArrayList<>();
    private final IdentityHashMap<Object, Object> streamed = new IdentityHashMap<>();
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
        return readObjects.size();
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
            writtenObjects.put(object, id);
        }
        return id;
    }

    @Override
    public Object getReadObject(Class type, int id) {
        Object object = id >= 0 && id < readObjects.size() ? readObjects.get(id) : null;
        if (object == null) {
            throw new UndecodableException("bytes refer to object " + id + " of " + readObjects.size());
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
        super.reset();
        Arrays.fill(written, 0, Math.min(writtenCount, FEW), null);
        writtenCount = 0;
        if (!streamed.isEmpty()) {
            streamed.clear();
        }
        open.clear();
        objectWeights.reset();
    }

    private int idOf(Object object) {
        for (int id = 0, end = Math.min(writtenCount, FEW); id < end; id++) {
            if (written[id] == object) {
                return id;
            }
        }
        return writtenCount > FEW ? writtenObjects.get(object, NEVER) : NEVER;
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
