package dev.larder.internal.config;

import dev.larder.spi.StoreAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a configuration file.
 *
 * @param store the address of its store, null if the file has none
 * @param allow patterns of classes that the codec may read and write
 * @param immutable patterns of classes whose objects never change
 * @param shared whether every holder of the manager must close it before it closes
 */
record ConfigurationFile(
        @Nullable StoreAddress store,
        List<String> allow,
        List<String> immutable,
        boolean shared,
        CacheTemplates caches) {
    static final ConfigurationFile NONE = new ConfigurationFile(null, List.of(), List.of(), false, CacheTemplates.NONE);

    private static final Set<String> KEYS = Set.of("store", "allow", "immutable", "shared", "caches");

    /**
     * Parses a file.
     *
     * @throws IllegalArgumentException naming file, line, key and the allowed values
     */
    static ConfigurationFile parse(ConfigurationText text, ClassLoader loader) {
        YamlMapping root = YamlMapping.root(text);
        root.allowOnly(KEYS);
        boolean shared = Boolean.TRUE.equals(root.flag("shared"));
        return new ConfigurationFile(
                store(root), root.texts("allow"), root.texts("immutable"), shared, caches(root, loader));
    }

    private static @Nullable StoreAddress store(YamlMapping root) {
        String text = root.text("store");
        if (text == null) {
            return null;
        }
        if (ConfigurationFiles.isNamedBy(text)) {
            throw root.invalidValue("store", "a store address, such as heap or redis://host:6379");
        }
        try {
            return AddressShorthand.parse(text).from(root.place("store"));
        } catch (IllegalArgumentException malformed) {
            throw root.fault("store", String.valueOf(malformed.getMessage()));
        }
    }

    private static CacheTemplates caches(YamlMapping root, ClassLoader loader) {
        YamlMapping caches = root.section("caches");
        List<CacheTemplate> templates = new ArrayList<>();
        for (String name : caches.keys()) {
            templates.add(TemplateReader.read(name, caches.section(name), loader));
        }
        return new CacheTemplates(templates);
    }
}
