package dev.larder.internal.codec.key;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.filter.ClassFilter;
import dev.larder.internal.codec.filter.DefaultTypes;
import dev.larder.internal.codec.kryo.SerializerRegistry;
import dev.larder.internal.codec.type.ClassTable;

/** Encodes keys in their canonical form. Thread-safe. */
final class CanonicalKeyCodec {
    private final KeyClassLayouts layouts = new KeyClassLayouts();

    /** Whether a key class belongs to a framework whose equality is known to compare contents. */
    private final ClassTable<Boolean> frameworks = new ClassTable<>();

    private final SerializerRegistry serializerRegistry;
    private final ClassFilter classFilter;

    CanonicalKeyCodec(SerializerRegistry serializerRegistry, ClassFilter classFilter) {
        this.serializerRegistry = serializerRegistry;
        this.classFilter = classFilter;
    }

    SerializerRegistry serializerRegistry() {
        return serializerRegistry;
    }

    EncodedKey encode(Object key) {
        CanonicalKeyWriter writer = writerOf(key);
        byte[] form = writer.bytes();
        byte[] extras = writer.extras();
        if (!writer.unverified().isEmpty() || (writer.needsReadBack() && !isFrameworks(key.getClass()))) {
            requireReturn(key, form, extras);
            writer.unverified().forEach(layouts::setVerified);
        }
        byte[] bytes = new byte[KeyTextFormat.CANONICAL.length + form.length];
        System.arraycopy(KeyTextFormat.CANONICAL, 0, bytes, 0, KeyTextFormat.CANONICAL.length);
        System.arraycopy(form, 0, bytes, KeyTextFormat.CANONICAL.length, form.length);
        return new EncodedKey(bytes, extras);
    }

    Object decode(byte[] form, byte[] extras) {
        return new CanonicalKeyReader(layouts, serializerRegistry, classFilter).read(form, extras);
    }

    private CanonicalKeyWriter writerOf(Object key) {
        if (key.getClass().isArray()) {
            throw new CodecException("arrays are equal only to themselves; use a list, or a record around a list");
        }
        return new CanonicalKeyWriter(layouts, classFilter).write(key);
    }

    private boolean isFrameworks(Class<?> type) {
        Boolean known = frameworks.get(type);
        if (known == null) {
            known = DefaultTypes.isFramework(type.getName());
            frameworks.put(type, known);
        }
        return known;
    }

    private void requireReturn(Object key, byte[] form, byte[] extras) {
        Object back;
        try {
            back = decode(form, extras);
        } catch (Exception | LinkageError failure) {
            throw new CodecException("it cannot be read back from its bytes: " + failure.getMessage(), failure);
        }
        if (!back.equals(key) || !key.equals(back) || back.hashCode() != key.hashCode()) {
            throw new CodecException(
                    "read back from its bytes it is not equal to itself, so equal keys may have different"
                            + " bytes (does its equality depend on an array, a transient field or an object without"
                            + " equals?); use a record, a string or a number as key");
        }
    }
}
