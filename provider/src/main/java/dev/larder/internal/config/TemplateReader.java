package dev.larder.internal.config;

import dev.larder.LarderConfiguration;
import dev.larder.spi.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;
import org.jspecify.annotations.Nullable;

/** Reads the section of one cache or pattern. */
final class TemplateReader {
    private static final List<String> SHORT = Stream.concat(
                    Stream.of("max-entries", "max-weight"), CacheSettings.OWN.stream())
            .toList();
    private static final Set<String> LONG = Set.of(
            "key-type",
            "value-type",
            "store-by-value",
            "statistics",
            "management",
            "read-through",
            "write-through",
            "loader",
            "writer",
            "expiry",
            TagTemplates.KEY,
            "settings");
    private static final Set<String> KEYS =
            Stream.concat(SHORT.stream(), LONG.stream()).collect(Collectors.toUnmodifiableSet());
    private static final Factory<ExpiryPolicy> ETERNAL = EternalExpiryPolicy.factoryOf();

    private final NamePattern pattern;
    private final YamlMapping yamlMapping;
    private final ClassNames classes;
    private final List<Consumer<LarderConfiguration<Object, Object>>> overlays = new ArrayList<>();

    private TemplateReader(String name, YamlMapping yamlMapping, ClassLoader loader) {
        this.pattern = new NamePattern(name);
        this.yamlMapping = yamlMapping;
        this.classes = new ClassNames(yamlMapping, loader);
    }

    static CacheTemplate read(String name, YamlMapping yamlMapping, ClassLoader loader) {
        yamlMapping.allowOnly(KEYS);
        return new TemplateReader(name, yamlMapping, loader).read();
    }

    private CacheTemplate read() {
        types();
        flags();
        readAndWriteThrough();
        expiry();
        Settings settings = settings();
        overlays.add(each -> settings.asMap().forEach((name, value) -> {
            if (!each.getSettings().containsKey(name)) {
                each.setSetting(name, value);
            }
        }));
        return new CacheTemplate(pattern, overlays, settings, TagTemplates.read(yamlMapping));
    }

    private void types() {
        Class<Object> key = type("key-type");
        Class<Object> value = type("value-type");
        overlays.add(each -> {
            if (each.getKeyType() == Object.class && each.getValueType() == Object.class) {
                each.setTypes(key, value);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private Class<Object> type(String key) {
        if (yamlMapping.text(key) != null && !pattern.isExact()) {
            throw yamlMapping.fault(key, "types belong to one cache; '" + pattern + "' is a pattern of names");
        }
        return (Class<Object>) classes.type(key);
    }

    private void flags() {
        whenSetTo(false, "store-by-value", each -> each.setStoreByValue(false));
        whenSetTo(true, "statistics", each -> each.setStatisticsEnabled(true));
        whenSetTo(true, "management", each -> each.setManagementEnabled(true));
        whenSetTo(true, "read-through", each -> each.setReadThrough(true));
        whenSetTo(true, "write-through", each -> each.setWriteThrough(true));
    }

    private void whenSetTo(boolean value, String key, Consumer<LarderConfiguration<Object, Object>> overlay) {
        Boolean flag = yamlMapping.flag(key);
        if (flag != null && flag == value) {
            overlays.add(overlay);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void readAndWriteThrough() {
        Factory<CacheLoader> loader = classes.factory("loader", CacheLoader.class);
        Factory<CacheWriter> writer = classes.factory("writer", CacheWriter.class);
        if (loader != null) {
            setIfAbsent(
                    MutableConfiguration::getCacheLoaderFactory, each -> each.setCacheLoaderFactory((Factory) loader));
        }
        if (writer != null) {
            setIfAbsent(
                    MutableConfiguration::getCacheWriterFactory, each -> each.setCacheWriterFactory((Factory) writer));
        }
    }

    private void setIfAbsent(
            Function<LarderConfiguration<Object, Object>, @Nullable Object> present,
            Consumer<LarderConfiguration<Object, Object>> overlay) {
        overlays.add(each -> {
            if (present.apply(each) == null) {
                overlay.accept(each);
            }
        });
    }

    private void expiry() {
        Factory<ExpiryPolicy> expiry = ExpiryReader.read(yamlMapping);
        if (expiry != null) {
            overlays.add(each -> {
                if (ETERNAL.equals(each.getExpiryPolicyFactory())) {
                    each.setExpiryPolicyFactory(expiry);
                }
            });
        }
    }

    private Settings settings() {
        YamlMapping section = yamlMapping.section("settings");
        Map<String, String> settings = section.allTexts();
        Map<String, String> lines = new HashMap<>();
        settings.keySet().forEach(name -> lines.put(name, section.place(name)));
        for (String key : SHORT) {
            String text = String.join(",", yamlMapping.texts(key));
            if (!text.isEmpty() && settings.put(key, text) != null) {
                throw yamlMapping.fault(key, "it is set under 'settings' too; keep one");
            }
            if (!text.isEmpty()) {
                lines.put(key, yamlMapping.place(key));
            }
        }
        return Settings.of(settings, lines);
    }
}
