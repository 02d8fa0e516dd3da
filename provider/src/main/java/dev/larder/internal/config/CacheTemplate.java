package dev.larder.internal.config;

import dev.larder.LarderConfiguration;
import dev.larder.spi.Settings;
import java.util.List;
import java.util.function.Consumer;

/**
 * The settings from a configuration file for one cache, or for all caches whose names match. An overlay changes a
 * configuration only where that still has the default of JSR-107: code takes precedence over the file.
 */
final class CacheTemplate {
    private final NamePattern pattern;
    private final List<Consumer<LarderConfiguration<Object, Object>>> overlays;
    private final Settings settings;
    private final TagTemplates tags;

    CacheTemplate(
            NamePattern pattern,
            List<Consumer<LarderConfiguration<Object, Object>>> overlays,
            Settings settings,
            TagTemplates tags) {
        this.pattern = pattern;
        this.overlays = List.copyOf(overlays);
        this.settings = settings;
        this.tags = tags;
    }

    NamePattern pattern() {
        return pattern;
    }

    Settings settings() {
        return settings;
    }

    @SuppressWarnings("unchecked")
    void overlay(String cache, LarderConfiguration<?, ?> configuration) {
        LarderConfiguration<Object, Object> any = (LarderConfiguration<Object, Object>) configuration;
        overlays.forEach(each -> each.accept(any));
        tags.overlay(cache, any);
    }
}
