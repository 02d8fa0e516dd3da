package dev.larder.contract.extension;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.cache.integration.CacheLoader;
import org.jspecify.annotations.Nullable;

/** A loader that returns what a supplier gives. */
@SuppressWarnings("NullAway")
public // null stands for «no value»
record SuppliedLoader(Supplier<@Nullable Integer> values) implements CacheLoader<String, Integer> {
    @Override
    public Integer load(String key) {
        return values.get();
    }

    @Override
    public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
        Map<String, Integer> loaded = new HashMap<>();
        keys.forEach(key -> loaded.put(key, load(key)));
        return loaded;
    }
}
