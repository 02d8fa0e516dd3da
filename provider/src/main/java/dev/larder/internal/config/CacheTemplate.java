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

    CacheTemplate(NamePattern pattern, List<Consumer<LarderConfiguration<Object, Object>>> overlays) {
        this.pattern = pattern;
        this.overlays = List.copyOf(overlays);
    }

    NamePattern pattern() {
        return pattern;
    }

    @SuppressWarnings("unchecked")
    void overlay(LarderConfiguration<?, ?> configuration) {
        overlays.forEach(each -> each.accept((LarderConfiguration<Object, Object>) configuration));
    }
}
