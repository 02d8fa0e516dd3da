package dev.larder.jackson;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import dev.larder.spi.AllowedClasses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds what Jackson loses or does not support: map keys that are not strings, {@code Optional}, pairs, enum sets of an
 * unknown enum, and the nanoseconds of a {@code Timestamp}. Classes are loaded through the cache's class filter. Host
 * names are rejected, since reading one would query a name server.
 */
final class LosslessModule extends Module {
    /** Keys that Jackson writes and reads as property names. */
    private static final Set<Class<?>> NAMES = Set.of(
            String.class,
            Integer.class,
            Long.class,
            Short.class,
            Byte.class,
            Boolean.class,
            Character.class,
            UUID.class);

    private static final Set<Class<?>> RESOLVED = Set.of(InetAddress.class, InetSocketAddress.class);

    private final AllowedClasses classes;

    LosslessModule(AllowedClasses classes) {
        this.classes = classes;
    }

    @Override
    public String getModuleName() {
        return "larder";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addSerializers(new Writers());
        context.addDeserializers(new Readers(classes));
        if (Timestamps.arePresent()) {
            Timestamps.addTo(context);
        }
    }

    private static boolean isPlain(MapType type, @Nullable Object ownKeys) {
        Class<?> key = type.getKeyType().getRawClass();
        return ownKeys != null || NAMES.contains(key) || key.isEnum() || !JdkJsonTypes.isJdk(type.getRawClass());
    }

    private static boolean isHost(Class<?> type) {
        return RESOLVED.stream().anyMatch(each -> each.isAssignableFrom(type));
    }

    private static IllegalArgumentException hostRefused(Class<?> type) {
        return new IllegalArgumentException("JSON has host names for a " + type.getName()
                + ", which a reader would resolve; store the address as a string");
    }

    private static final class Writers extends Serializers.Base {
        @Override
        public @Nullable JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription bean) {
            if (isHost(type.getRawClass())) {
                throw hostRefused(type.getRawClass());
            }
            if (type.getRawClass() == Optional.class) {
                return ElementsWriter.ofOptional(type);
            }
            return Map.Entry.class.isAssignableFrom(type.getRawClass()) ? ElementsWriter.ofEntry(type) : null;
        }

        @Override
        public @Nullable JsonSerializer<?> findCollectionSerializer(
                SerializationConfig config,
                CollectionType type,
                BeanDescription bean,
                TypeSerializer elementIds,
                JsonSerializer<Object> elements) {
            boolean isOfUnknown = EnumSet.class.isAssignableFrom(type.getRawClass())
                    && !type.getContentType().isEnumImplType();
            return isOfUnknown ? ElementsWriter.ofCollection() : null;
        }

        @Override
        public @Nullable JsonSerializer<?> findMapSerializer(
                SerializationConfig config,
                MapType type,
                BeanDescription bean,
                @Nullable JsonSerializer<Object> keys,
                TypeSerializer valueIds,
                JsonSerializer<Object> values) {
            return isPlain(type, keys) ? null : new MapWriter(type.getKeyType(), type.getContentType());
        }
    }

    private static final class Readers extends Deserializers.Base {
        private final AllowedClasses classes;

        Readers(AllowedClasses classes) {
            this.classes = classes;
        }

        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription bean) {
            Class<?> raw = type.getRawClass();
            if (isHost(raw)) {
                throw hostRefused(raw);
            }
            if (raw == Optional.class || ElementsReader.ENTRIES.contains(raw)) {
                return new ElementsReader(type);
            }
            if (NaturalReader.INTERFACES.contains(raw)) {
                return new NaturalReader(type);
            }
            return raw == Class.class ? new ClassReader(classes) : null;
        }

        @Override
        public @Nullable JsonDeserializer<?> findMapDeserializer(
                MapType type,
                DeserializationConfig config,
                BeanDescription bean,
                @Nullable KeyDeserializer keys,
                TypeDeserializer valueIds,
                JsonDeserializer<?> values) {
            return isPlain(type, keys) ? null : new MapReader(type);
        }
    }
}
