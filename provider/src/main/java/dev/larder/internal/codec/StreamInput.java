package dev.larder.internal.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;

/**
 * Java deserialisation that asks the gate about every class before it is loaded, finds it with the
 * manager's class loader, and believes no size that the bytes cannot hold.
 */
final class StreamInput extends ObjectInputStream {
    private final Gate gate;
    private final ClassLoader classLoader;
    private final long size;

    StreamInput(InputStream from, int size, Gate gate, ClassLoader classLoader) throws IOException {
        super(from);
        this.size = size;
        this.gate = gate;
        this.classLoader = classLoader;
        setObjectInputFilter(this::judge);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
        String name = description.getName();
        if (ClassNames.isPrimitive(name)) {
            return super.resolveClass(description);
        }
        gate.toRead(ClassNames.elementOf(name));
        return Class.forName(name, false, classLoader);
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) throws IOException, ClassNotFoundException {
        Class<?>[] faces = new Class<?>[interfaces.length];
        for (int i = 0; i < faces.length; i++) {
            gate.toRead(interfaces[i]);
            faces[i] = Class.forName(interfaces[i], false, classLoader);
        }
        return proxyClass(faces);
    }

    @SuppressWarnings("deprecation") // the class itself is asked for, not an instance
    private Class<?> proxyClass(Class<?>[] faces) {
        return java.lang.reflect.Proxy.getProxyClass(classLoader, faces);
    }

    // A hash table may ask for some more room than it has pairs.
    private ObjectInputFilter.Status judge(ObjectInputFilter.FilterInfo info) {
        boolean isTooMuch = info.arrayLength() > 8 * size + 64 || info.references() > size;
        Class<?> type = info.serialClass();
        boolean isOff = type != null && !java.lang.reflect.Proxy.isProxyClass(type) && !gate.allows(type);
        return isTooMuch || isOff ? ObjectInputFilter.Status.REJECTED : ObjectInputFilter.Status.ALLOWED;
    }
}
