package dev.larder.spi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The names of the settings that a store reads. It refuses all others, so that no misspelt setting is ignored.
 *
 * @param store the store's name in messages, as in {@code heap}
 * @param ofAddress settings that are read once, from the address
 * @param ofCache settings that each cache may have; in the address they apply to all of its caches
 * @param ineffective settings that make sense on other stores only, each with what to do instead. They are accepted
 *     with a warning for each cache, so that an application can change its store
 */
public record SettingNames(String store, Set<String> ofAddress, Set<String> ofCache, Map<String, String> ineffective) {
    /** The settings of a cache that the core reads, on every store. */
    public static final Set<String> OF_CORE = Set.of(
            "serializer", "compressor", "compress-above", "interceptors", "refresh-ahead", "grace", "load-lease");

    /** The settings of an address that the core reads for a whole manager, on every store. */
    public static final Set<String> OF_MANAGER = Set.of("allow", "immutable", "shared");

    private static final Logger LOG = LoggerFactory.getLogger(SettingNames.class);

    /**
     * Checks all settings that are known when a backend is opened: those of the address, and those of the caches in a
     * configuration file.
     *
     * @param reader reads the settings of a cache, and throws an {@code IllegalArgumentException} if one is invalid
     * @throws IllegalArgumentException naming the setting and, where there is one, the cache
     */
    public void check(BackendSetup setup, Consumer<Settings> reader) {
        Settings address = setup.address().settings();
        refuseUnknown(address);
        reader.accept(address);
        new TreeMap<>(setup.caches()).forEach((cache, settings) -> {
            try {
                check(settings, address);
                reader.accept(address.overlaidBy(settings));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("cache '" + cache + "': " + wrong.getMessage(), wrong);
            }
        });
    }

    /**
     * Checks the settings of one cache.
     *
     * @param address the settings of the address, which the cache's settings contain too
     * @throws IllegalArgumentException naming the setting
     */
    public void check(StoreSetup setup, Settings address) {
        check(setup.settings(), address);
        new TreeMap<>(ineffective).forEach((name, instead) -> {
            if (setup.settings().text(name) != null) {
                LOG.warn(
                        "cache '{}': setting '{}' has no effect on the {} store; {}",
                        setup.cache(),
                        name,
                        store,
                        instead);
            }
        });
    }

    private void check(Settings ofOneCache, Settings address) {
        refuseUnknown(ofOneCache);
        for (String name : new TreeSet<>(ofAddress)) {
            String text = ofOneCache.text(name);
            if (text != null && !text.equals(address.text(name))) {
                throw new IllegalArgumentException("the " + store + " store takes the setting '" + name + "'"
                        + remark(ofOneCache.origin(name)) + " from its address, not from one cache; move it there");
            }
        }
    }

    private void refuseUnknown(Settings settings) {
        List<String> unknown = settings.asMap().keySet().stream()
                .filter(name -> !isKnown(name))
                .sorted()
                .map(name -> "'" + name + "'" + remark(settings.origin(name), suggestion(name)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the " + store + " store has no setting " + String.join(", ", unknown)
                    + "; its settings are " + list(own()) + "; those of every store are " + list(ofAnyStore()));
        }
    }

    private boolean isKnown(String name) {
        return ofAddress.contains(name) || ofCache.contains(name) || ineffective.containsKey(name);
    }

    private Stream<String> own() {
        return Stream.concat(ofAddress.stream(), ofCache.stream());
    }

    private static Stream<String> ofAnyStore() {
        return Stream.concat(OF_CORE.stream(), OF_MANAGER.stream());
    }

    private @Nullable String suggestion(String name) {
        return NearestName.of(name, Stream.concat(own(), ofAnyStore()).toList())
                .map(meant -> "did you mean '" + meant + "'?")
                .orElse(null);
    }

    private static String list(Stream<String> names) {
        return names.sorted().collect(Collectors.joining(", "));
    }

    private static String remark(@Nullable String... parts) {
        String text = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining("; "));
        return text.isEmpty() ? "" : " (" + text + ")";
    }
}
