package dev.larder.internal.codec;

import dev.larder.internal.codec.filter.ClassFilter;
import dev.larder.internal.codec.filter.DefaultTypes;
import dev.larder.internal.codec.record.CheckedInput;
import dev.larder.internal.codec.record.RecordOutput;
import dev.larder.spi.AllowedClasses;
import dev.larder.spi.Serializer;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes values by a serialiser of an optional module or of the application, with the value's class in front. Classes
 * that frameworks create for caches are written as object graphs instead: they are rebuilt without constructors, and
 * some are singletons.
 */
final class SerializerFormat implements ValueFormat, AllowedClasses {
    private static final int FIRST_SIZE = 64;

    private final Serializer serializer;
    private final ClassFilter classFilter;
    private final ClassLoader loader;

    SerializerFormat(Serializer serializer, ClassFilter classFilter, ClassLoader loader) {
        this.classFilter = classFilter;
        this.loader = loader;
        this.serializer = serializer.forCache(this);
    }

    @Override
    public int number() {
        return serializer.id();
    }

    @Override
    public byte @Nullable [] write(Object value) {
        if (DefaultTypes.isFramework(value.getClass().getName())) {
            return null;
        }
        classFilter.toWrite(value.getClass());
        byte[] bytes = serializer.write(value);
        RecordOutput out = new RecordOutput(bytes.length + FIRST_SIZE);
        out.writeString(value.getClass().getName());
        out.writeBytes(bytes);
        return out.toBytes();
    }

    @Override
    public Object read(byte[] bytes, int from) {
        CheckedInput in = new CheckedInput();
        in.begin(bytes, from);
        Class<?> type = load(in.readString());
        return serializer.read(Arrays.copyOfRange(bytes, in.position(), bytes.length), type);
    }

    @Override
    public void check(Class<?> type) {
        classFilter.toWrite(type);
    }

    @Override
    public Set<Class<?>> declaredTypes() {
        return classFilter.declaredTypes();
    }

    @Override
    public Class<?> load(String name) {
        return classFilter.load(name, loader);
    }
}
