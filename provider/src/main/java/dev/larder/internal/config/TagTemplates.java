package dev.larder.internal.config;

import dev.larder.LarderConfiguration;
import java.util.ArrayList;
import java.util.List;

/** The tag templates of a section. They become the tagger of its caches, unless code has set one. */
final class TagTemplates {
    static final String KEY = "tags";

    private final YamlMapping yamlMapping;
    private final List<TagTemplate> templates;

    private TagTemplates(YamlMapping yamlMapping, List<TagTemplate> templates) {
        this.yamlMapping = yamlMapping;
        this.templates = templates;
    }

    static TagTemplates read(YamlMapping yamlMapping) {
        List<TagTemplate> templates = new ArrayList<>();
        for (String text : yamlMapping.texts(KEY)) {
            try {
                templates.add(TagTemplate.parse(text));
            } catch (IllegalArgumentException malformed) {
                throw yamlMapping.fault(KEY, String.valueOf(malformed.getMessage()));
            }
        }
        return new TagTemplates(yamlMapping, List.copyOf(templates));
    }

    /**
     * @throws IllegalArgumentException naming file and line, if the cache's types lack what a template needs
     */
    void overlay(String cache, LarderConfiguration<Object, Object> configuration) {
        if (templates.isEmpty() || configuration.getTagger() != null) {
            return;
        }
        try {
            templates.forEach(each -> each.check(configuration.getKeyType(), configuration.getValueType()));
        } catch (IllegalArgumentException missing) {
            throw yamlMapping.fault(KEY, String.valueOf(missing.getMessage()));
        }
        configuration.setTagger(new TemplateTagger(cache, templates));
    }
}
