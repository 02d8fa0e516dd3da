package dev.larder.internal.codec;

import dev.larder.internal.codec.copy.Copier;
import dev.larder.internal.codec.copy.NamedCopier;
import dev.larder.internal.codec.copy.StructuralCopier;
import dev.larder.internal.codec.filter.AllowList;
import dev.larder.internal.codec.filter.ClassFilter;
import dev.larder.internal.codec.key.KeyTextFormat;
import dev.larder.internal.codec.kryo.KryoSessionPool;
import dev.larder.internal.codec.kryo.SerializerRegistry;
import dev.larder.spi.Compressor;
import dev.larder.spi.Serializer;
import dev.larder.spi.Settings;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The codecs of one manager. They share a class loader, an allow-list and a session pool. Thread-safe. */
public final class Codecs {
    private static final int COMPRESS_ABOVE = 1024;

    private final ClassLoader classLoader;
    private final AllowList allowed;
    private final Copier copier;
    private final KryoSessionPool pool;
    private final VersionGenerator versionGenerator = new VersionGenerator();
    private final CodecRegistry codecRegistry;

    /** Creates codecs that allow the default types and a cache's declared types. */
    public Codecs(ClassLoader classLoader) {
        this(classLoader, AllowList.NONE);
    }

    /**
     * @param allowed further classes of the application that may be written and read
     */
    public Codecs(ClassLoader classLoader, AllowList allowed) {
        this(classLoader, allowed, AllowList.NONE);
    }

    /**
     * @param allowed further classes of the application that may be written and read
     * @param immutable classes whose objects never change, so that copies may share them
     */
    public Codecs(ClassLoader classLoader, AllowList allowed, AllowList immutable) {
        this.classLoader = classLoader;
        this.allowed = allowed;
        this.copier = new StructuralCopier(immutable);
        this.codecRegistry = new CodecRegistry(classLoader);
        this.pool = new KryoSessionPool(new SerializerRegistry(classLoader, copier));
    }

    /** The loader of classes that are named in bytes. */
    public ClassLoader classLoader() {
        return classLoader;
    }

    /** The copier of keys and values for a by-value cache on the heap. */
    public Copier copier(String cache) {
        return new NamedCopier(cache, copier);
    }

    /**
     * The marshaller for the keys and values of a cache.
     *
     * @param declaredTypes the cache's declared key and value types, which are allowed
     * @param valueCodecOptions how its values are written
     * @throws IllegalArgumentException if even a hash is longer than the store's longest key
     */
    public Marshaller marshaller(
            String cache, Set<Class<?>> declaredTypes, ValueCodecOptions valueCodecOptions, StoreLimits storeLimits) {
        if (storeLimits.maxKeyBytes() < KeyTextFormat.HASH_LENGTH) {
            throw new IllegalArgumentException("cache '" + cache + "': keys of " + storeLimits.maxKeyBytes()
                    + " bytes are too short;" + " a hash needs " + KeyTextFormat.HASH_LENGTH);
        }
        ClassFilter classFilter = new ClassFilter(cache, declaredTypes, allowed);
        return new Marshaller(classFilter, pool, versionGenerator, valueCodecOptions, storeLimits);
    }

    /**
     * {@link #marshaller(String, Set, ValueCodecOptions, StoreLimits)} with the default options and no room for the
     * store.
     */
    public Marshaller marshaller(String cache, Set<Class<?>> declaredTypes, int maxKeyBytes, int maxEntryBytes) {
        return marshaller(
                cache, declaredTypes, ValueCodecOptions.DEFAULT, new StoreLimits(maxKeyBytes, maxEntryBytes, false));
    }

    /**
     * The codec options of a cache's values, from its settings {@code serializer}, {@code compressor} and
     * {@code compress-above}.
     *
     * @param serializer an object of the application to use instead, null if there is none
     * @param compressor likewise
     * @throws IllegalArgumentException naming the setting, its value and what is allowed
     */
    public ValueCodecOptions valueCodecOptions(
            Settings settings, @Nullable Serializer serializer, @Nullable Compressor compressor) {
        int above = (int) settings.bytes("compress-above", COMPRESS_ABOVE, Integer.MAX_VALUE);
        return codecRegistry.valueCodecOptions(settings, serializer, compressor, above);
    }
}
