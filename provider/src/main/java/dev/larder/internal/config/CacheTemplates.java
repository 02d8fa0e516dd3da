package dev.larder.internal.config;

import dev.larder.LarderConfiguration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The caches of a configuration file. Immutable. */
public final class CacheTemplates {
    static final CacheTemplates NONE = new CacheTemplates(List.of());

    private final List<CacheTemplate> templates;

    CacheTemplates(List<CacheTemplate> templates) {
        // Stable, so of two patterns that say as much the first of the file stays first.
        this.templates = templates.stream()
                .sorted(Comparator.comparingInt(
                                (CacheTemplate each) -> each.pattern().closeness())
                        .reversed())
                .toList();
    }

    /** The caches that the file names exactly: they exist as soon as their manager does. */
    public List<String> declared() {
        return templates.stream()
                .map(CacheTemplate::pattern)
                .filter(NamePattern::isExact)
                .map(NamePattern::toString)
                .toList();
    }

    /**
     * Adds what the file says of the cache: its exact name's section, or else the closest pattern's.
     *
     * @throws IllegalArgumentException naming file, line and key, if that does not suit the cache's types
     */
    public void overlay(String cache, LarderConfiguration<?, ?> configuration) {
        closest(cache).ifPresent(template -> template.overlay(cache, configuration));
    }

    private Optional<CacheTemplate> closest(String cache) {
        return templates.stream().filter(each -> each.pattern().matches(cache)).findFirst();
    }
}
