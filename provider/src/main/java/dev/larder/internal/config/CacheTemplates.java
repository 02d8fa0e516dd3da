package dev.larder.internal.config;

import dev.larder.LarderConfiguration;
import dev.larder.spi.Settings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The caches of a configuration file. Immutable. */
public final class CacheTemplates {
    static final CacheTemplates NONE = new CacheTemplates(List.of());

    private final List<CacheTemplate> templates;

    CacheTemplates(List<CacheTemplate> templates) {
        // The sort is stable: of two equally specific patterns, the first one in the file stays first.
        this.templates = templates.stream()
                .sorted(Comparator.comparingInt(
                                (CacheTemplate each) -> each.pattern().closeness())
                        .reversed())
                .toList();
    }

    /** The caches that the file names exactly. They are created with their manager. */
    public List<String> declared() {
        return templates.stream()
                .map(CacheTemplate::pattern)
                .filter(NamePattern::isExact)
                .map(NamePattern::toString)
                .toList();
    }

    /**
     * Adds the file's settings for the cache: those of the section with its exact name, or else of the closest pattern.
     *
     * @throws IllegalArgumentException naming file, line and key, if they do not suit the cache's types
     */
    public void overlay(String cache, LarderConfiguration<?, ?> configuration) {
        closest(cache).ifPresent(template -> template.overlay(cache, configuration));
    }

    /** The settings that the file has for a cache, with their lines. */
    public Settings settings(String cache) {
        return closest(cache).map(CacheTemplate::settings).orElse(Settings.NONE);
    }

    /** The settings of all sections, by the name or pattern of each. */
    public Map<String, Settings> settings() {
        return templates.stream()
                .collect(Collectors.toMap(each -> each.pattern().toString(), CacheTemplate::settings));
    }

    private Optional<CacheTemplate> closest(String cache) {
        return templates.stream().filter(each -> each.pattern().matches(cache)).findFirst();
    }
}
