package dev.larder.internal.cache;

import dev.larder.CacheInterceptor;
import dev.larder.HitRatioInterceptor;
import dev.larder.TimingInterceptor;
import dev.larder.internal.NamedClass;
import dev.larder.spi.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the interceptors that a cache is configured with. */
final class Interceptors {
    private static final String SETTING = "interceptors";
    private static final String TIMING = "timing";
    private static final String HIT_RATIO = "hit-ratio";
    private static final Set<String> BUILT_IN = Set.of(TIMING, HIT_RATIO);

    private Interceptors() {}

    /**
     * The interceptors given as objects, followed by those that the setting names.
     *
     * @throws IllegalArgumentException if a name is not that of an interceptor
     */
    static List<CacheInterceptor> of(List<CacheInterceptor> objects, Settings settings, ClassLoader loader) {
        List<CacheInterceptor> all = new ArrayList<>(objects);
        names(settings).forEach(name -> all.add(named(name, loader)));
        return all;
    }

    /**
     * Checks the names without creating an interceptor.
     *
     * @throws IllegalArgumentException if a name is not that of an interceptor
     */
    static void check(Settings settings, ClassLoader loader) {
        for (String name : names(settings).toList()) {
            if (!BUILT_IN.contains(name) && !NamedClass.isOfType(name, CacheInterceptor.class, loader)) {
                throw settings.invalid(
                        SETTING,
                        TIMING + ", " + HIT_RATIO + " and classes that implement " + CacheInterceptor.class.getName()
                                + "; '" + name + "' is none of these");
            }
        }
    }

    private static Stream<String> names(Settings settings) {
        return Arrays.stream(settings.text(SETTING, "").split(","))
                .map(String::trim)
                .filter(name -> !name.isEmpty());
    }

    private static CacheInterceptor named(String name, ClassLoader loader) {
        return switch (name) {
            case TIMING -> new TimingInterceptor();
            case HIT_RATIO -> new HitRatioInterceptor();
            default -> NamedClass.newInstance(SETTING, name, CacheInterceptor.class, loader);
        };
    }
}
