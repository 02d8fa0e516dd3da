package dev.larder.internal.codec;

import dev.larder.internal.codec.filter.ClassFilter;
import dev.larder.internal.codec.record.RecordBudget;
import dev.larder.internal.codec.record.RecordLayout;
import dev.larder.internal.codec.stream.JavaSerialization;

/** Writes values as streams of Java serialisation, under the class filter. */
final class JavaSerializationFormat implements ValueFormat {
    private final ClassFilter classFilter;
    private final ClassLoader loader;

    JavaSerializationFormat(ClassFilter classFilter, ClassLoader loader) {
        this.classFilter = classFilter;
        this.loader = loader;
    }

    @Override
    public int number() {
        return RecordLayout.STREAM;
    }

    @Override
    public byte[] write(Object value) {
        return JavaSerialization.write(value, classFilter, object -> {});
    }

    @Override
    public Object read(byte[] bytes, int from) {
        return JavaSerialization.read(bytes, from, classFilter, loader, new RecordBudget(bytes.length - from));
    }
}
