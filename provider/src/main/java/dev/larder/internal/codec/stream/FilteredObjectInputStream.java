package dev.larder.internal.codec.stream;

import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.filter.ClassFilter;
import dev.larder.internal.codec.filter.ClassNames;
import dev.larder.internal.codec.record.RecordBudget;
import dev.larder.internal.codec.type.PatternText;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;

/**
 * A Java deserialisation stream that checks every class against the class filter before it is loaded. It uses the
 * manager's class loader, and rejects sizes that the bytes cannot hold.
 */
final class FilteredObjectInputStream extends ObjectInputStream {
    // Keys with equal hash codes can only be detected by the time that they take.
    private static final long LEAST_NANOS = 1_000_000_000;
    private static final int NANOS_PER_BYTE = 500;

    private final ClassFilter classFilter;
    private final ClassLoader classLoader;
    private final RecordBudget recordBudget;
    private final long end;

    FilteredObjectInputStream(
            InputStream from, RecordBudget recordBudget, ClassFilter classFilter, ClassLoader classLoader)
            throws IOException {
        super(from);
        this.recordBudget = recordBudget;
        this.end = System.nanoTime() + LEAST_NANOS + (long) NANOS_PER_BYTE * recordBudget.size();
        this.classFilter = classFilter;
        this.classLoader = classLoader;
        setObjectInputFilter(this::filter);
        enableResolveObject(true);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
        String name = description.getName();
        if (ClassNames.isPrimitive(name)) {
            return super.resolveClass(description);
        }
        classFilter.toRead(ClassNames.elementOf(name));
        return Class.forName(name, false, classLoader);
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) throws IOException, ClassNotFoundException {
        Class<?>[] interfaceTypes = new Class<?>[interfaces.length];
        for (int i = 0; i < interfaceTypes.length; i++) {
            classFilter.toRead(interfaces[i]);
            interfaceTypes[i] = Class.forName(interfaces[i], false, classLoader);
        }
        return proxyClass(interfaceTypes);
    }

    @SuppressWarnings("deprecation") // needs the class, not an instance
    private Class<?> proxyClass(Class<?>[] interfaceTypes) {
        return java.lang.reflect.Proxy.getProxyClass(classLoader, interfaceTypes);
    }

    // The only hook that sees every object read, including strings.
    @Override
    protected Object resolveObject(Object read) {
        requireTime();
        return PatternText.checked(read);
    }

    private void requireTime() {
        if (System.nanoTime() - end > 0) {
            throw new UndecodableException("a stream of " + recordBudget.size() + " bytes takes too long to be read");
        }
    }

    private ObjectInputFilter.Status filter(ObjectInputFilter.FilterInfo info) {
        requireTime();
        recordBudget.memory(Long.BYTES * Math.max(0, info.arrayLength()));
        boolean isTooMuch = info.references() > recordBudget.size();
        Class<?> type = info.serialClass();
        boolean isOff = type != null && !java.lang.reflect.Proxy.isProxyClass(type) && !classFilter.allows(type);
        return isTooMuch || isOff ? ObjectInputFilter.Status.REJECTED : ObjectInputFilter.Status.ALLOWED;
    }
}
