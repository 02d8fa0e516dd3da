package dev.larder.internal.config;

import dev.larder.LarderConfiguration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a configuration file says about one cache, or about all whose names match. Each overlay acts
 * only where the configuration it is given still has the standard's default: code wins over the file.
 */
final class CacheTemplate {
    private final NamePattern pattern;
    private final List<Consumer<LarderConfiguration<Object, Object>>> overlays;
    private final TagTemplates tags;

    CacheTemplate(
            NamePattern pattern, List<Consumer<LarderConfiguration<Object, Object>>> overlays, TagTemplates tags) {
        this.pattern = pattern;
        this.overlays = List.copyOf(overlays);
        this.tags = tags;
    }

    NamePattern pattern() {
        return pattern;
    }

    @SuppressWarnings("unchecked")
    void overlay(String cache, LarderConfiguration<?, ?> configuration) {
        LarderConfiguration<Object, Object> any = (LarderConfiguration<Object, Object>) configuration;
        overlays.forEach(each -> each.accept(any));
        tags.overlay(cache, any);
    }
}
