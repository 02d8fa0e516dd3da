package dev.larder.internal.codec;

/** The codecs of one manager: they share a class loader, an allow-list and a pool. Thread-safe. */
public final class Codecs {
    private final ClassLoader classLoader;

    public Codecs(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    /** Where classes named in bytes are looked for. */
    public ClassLoader classLoader() {
        return classLoader;
    }

    public Copier copier(java.util.Set<Class<?>> types) {
        return new Copier() {
            @SuppressWarnings("unchecked")
            public <T> T copy(T v) {
                if (v instanceof String || v instanceof Number) return v;
                try {
                    var o = new java.io.ByteArrayOutputStream();
                    new java.io.ObjectOutputStream(o).writeObject(v);
                    return (T)
                            new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(o.toByteArray())) {
                                @Override
                                protected Class<?> resolveClass(java.io.ObjectStreamClass d)
                                        throws java.io.IOException, ClassNotFoundException {
                                    return Class.forName(d.getName(), false, classLoader);
                                }
                            }.readObject();
                } catch (Exception e) {
                    throw new javax.cache.CacheException(e);
                }
            }

            public boolean isImmutable(Object v) {
                return false;
            }
        };
    }

    public Marshaller marshaller(String cache, java.util.Set<Class<?>> types, int maxKeyBytes, int maxEntryBytes) {
        throw new IllegalStateException();
    }
}
