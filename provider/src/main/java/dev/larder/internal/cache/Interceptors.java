package dev.larder.internal.cache;

import dev.larder.CacheInterceptor;
import dev.larder.HitRatioInterceptor;
import dev.larder.TimingInterceptor;
import dev.larder.internal.NamedClass;
import dev.larder.spi.Settings;
import java.util.ArrayList;
import java.util.List;

/** Reads the interceptors that a cache is configured with. */
final class Interceptors {
    private static final String SETTING = "interceptors";

    private Interceptors() {}

    /**
     * The interceptors given as objects, followed by those that the setting names.
     *
     * @throws IllegalArgumentException if a name is not that of an interceptor
     */
    static List<CacheInterceptor> of(List<CacheInterceptor> objects, Settings settings, ClassLoader loader) {
        List<CacheInterceptor> all = new ArrayList<>(objects);
        for (String name : settings.text(SETTING, "").split(",")) {
            if (!name.isBlank()) {
                all.add(named(name.trim(), loader));
            }
        }
        return all;
    }

    private static CacheInterceptor named(String name, ClassLoader loader) {
        return switch (name) {
            case "timing" -> new TimingInterceptor();
            case "hit-ratio" -> new HitRatioInterceptor();
            default -> NamedClass.newInstance(SETTING, name, CacheInterceptor.class, loader);
        };
    }
}
