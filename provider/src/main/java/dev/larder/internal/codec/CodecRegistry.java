package dev.larder.internal.codec;

import dev.larder.internal.NamedClass;
import dev.larder.internal.codec.record.RecordLayout;
import dev.larder.spi.Compressor;
import dev.larder.spi.Serializer;
import dev.larder.spi.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The serialisers and compressors that a class loader sees: those of Larder, of its modules and of the application. */
final class CodecRegistry {
    private static final int OWN = 64;
    private static final int MOST_ERRORS = 100;
    private static final String SERIALIZER = "serializer";
    private static final String COMPRESSOR = "compressor";
    private static final Map<String, Integer> BUILT_IN = Map.of(
            "kryo",
            RecordLayout.GRAPH,
            "java",
            RecordLayout.STREAM,
            "string",
            RecordLayout.TEXT,
            "bytes",
            RecordLayout.BYTES);

    private final ClassLoader loader;
    private final List<Serializer> serializers;
    private final List<Compressor> compressors;

    CodecRegistry(ClassLoader loader) {
        this.loader = loader;
        this.serializers = all(Serializer.class);
        this.compressors = all(Compressor.class);
        compressors.add(new GzipCompressor());
    }

    /**
     * Resolves the codec settings of a cache.
     *
     * @param serializer an object of the application, which takes precedence over the name
     * @param compressor likewise
     * @throws IllegalArgumentException naming the setting, its value and what is allowed
     */
    ValueCodecOptions valueCodecOptions(
            Settings settings, @Nullable Serializer serializer, @Nullable Compressor compressor, int compressAbove) {
        Map<Integer, Serializer> readers = byNumber(serializers, Serializer::id);
        int codec;
        if (serializer != null) {
            codec = number(readers, serializer, serializer.id(), RecordLayout.BYTES);
        } else {
            String name = settings.text(SERIALIZER, "kryo");
            Integer builtIn = BUILT_IN.get(name);
            codec = builtIn != null ? builtIn : named(readers, settings, name);
        }
        Map<Integer, Compressor> unpackers = byNumber(compressors, Compressor::id);
        Compressor packer = compressor != null ? compressor : compressor(settings);
        if (packer != null) {
            number(unpackers, packer, packer.id(), 0);
        }
        return new ValueCodecOptions(codec, readers.values(), packer, compressAbove, unpackers, 0);
    }

    private int named(Map<Integer, Serializer> readers, Settings settings, String name) {
        Serializer found = find(SERIALIZER, name, Serializer.class, serializers, Serializer::name);
        if (found == null) {
            throw unknown(settings, SERIALIZER, "kryo, java, string, bytes", serializers, Serializer::name);
        }
        return number(readers, found, found.id(), RecordLayout.BYTES);
    }

    private @Nullable Compressor compressor(Settings settings) {
        String name = settings.text(COMPRESSOR, "none");
        if (name.equals("none")) {
            return null;
        }
        Compressor found = find(COMPRESSOR, name, Compressor.class, compressors, Compressor::name);
        if (found == null) {
            throw unknown(settings, COMPRESSOR, "none", compressors, Compressor::name);
        }
        return found;
    }

    private static <T> int number(Map<Integer, T> known, T supplied, int id, int taken) {
        T other = known.put(id, supplied);
        if (id <= taken || id > Byte.MAX_VALUE || (other != null && other.getClass() != supplied.getClass())) {
            throw new IllegalArgumentException(supplied.getClass().getName() + " has the number " + id
                    + ", which is in use or out of range; give it one from " + OWN + " to " + Byte.MAX_VALUE
                    + " that nothing else uses");
        }
        return id;
    }

    private <T> @Nullable T find(
            String setting, String name, Class<T> type, List<T> supplied, Function<T, String> nameOf) {
        for (T each : supplied) {
            if (nameOf.apply(each).equals(name) || each.getClass().getName().equals(name)) {
                return each;
            }
        }
        return name.indexOf('.') < 0 ? null : NamedClass.newInstance(setting, name, type, loader);
    }

    private static <T> IllegalArgumentException unknown(
            Settings settings, String setting, String builtIn, List<T> supplied, Function<T, String> nameOf) {
        String found = supplied.stream().map(each -> ", " + nameOf.apply(each)).collect(Collectors.joining());
        return settings.invalid(
                setting,
                builtIn + found
                        + " or the name of a class; json comes with dev.larder:larder-jackson, zstd with"
                        + " dev.larder:larder-zstd");
    }

    private <T> List<T> all(Class<T> type) {
        List<T> found = new ArrayList<>();
        addAll(found, ServiceLoader.load(type, loader));
        addAll(found, ServiceLoader.load(type, CodecRegistry.class.getClassLoader()));
        return found;
    }

    private static <T> void addAll(List<T> found, ServiceLoader<T> services) {
        Iterator<T> each = services.iterator();
        for (int errors = 0; errors < MOST_ERRORS; ) {
            try {
                if (!each.hasNext()) {
                    return;
                }
                T service = each.next();
                if (found.stream().noneMatch(known -> known.getClass() == service.getClass())) {
                    found.add(service);
                }
            } catch (ServiceConfigurationError broken) {
                // A broken service does not matter unless it is asked for; then it is reported as missing by name.
                errors++;
            }
        }
    }

    private static <T> Map<Integer, T> byNumber(List<T> supplied, Function<T, Integer> id) {
        Map<Integer, T> numbers = new HashMap<>();
        supplied.forEach(each -> numbers.putIfAbsent(id.apply(each), each));
        return numbers;
    }
}
