package dev.larder.internal.config;

import dev.larder.Tagger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives the entries of one cache the tags of its templates. */
record TemplateTagger(String cache, List<TagTemplate> templates) implements Tagger<Object, Object> {
    @Override
    public Set<String> tags(Object key, Object value) {
        Set<String> tags = new HashSet<>();
        for (TagTemplate each : templates) {
            each.fill(cache, key, value, tags);
        }
        return tags;
    }
}
