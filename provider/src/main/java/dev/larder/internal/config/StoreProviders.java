package dev.larder.internal.config;

import dev.larder.spi.NearestName;
import dev.larder.spi.StoreAddress;
import dev.larder.spi.StoreProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** The store providers on the class path, by the scheme of their addresses. */
public final class StoreProviders {
    private static final Set<String> MODULES = Set.of("heap", "mapdb", "redis", "memcached");
    private static final int MOST_ERRORS = 100;

    private final Map<String, StoreProvider> byScheme = new TreeMap<>();
    private final List<ServiceConfigurationError> broken = new ArrayList<>();

    private StoreProviders() {}

    /** The providers that the loader sees and, after them, those that Larder's own loader sees. */
    public static StoreProviders visibleTo(ClassLoader loader) {
        StoreProviders providers = new StoreProviders();
        providers.addAll(ServiceLoader.load(StoreProvider.class, loader));
        providers.addAll(ServiceLoader.load(StoreProvider.class, StoreProviders.class.getClassLoader()));
        return providers;
    }

    /** Whether a provider serves addresses of that scheme, which is in lower case. */
    public boolean serves(String scheme) {
        return byScheme.containsKey(scheme);
    }

    /** Whether a text is the scheme of a provider, or of a Larder module that is missing. */
    boolean knows(String text) {
        return serves(text) || MODULES.contains(text);
    }

    /**
     * The provider that serves an address.
     *
     * @throws IllegalArgumentException if there is none, saying what to add or correct
     */
    public StoreProvider of(StoreAddress address) {
        StoreProvider provider = byScheme.get(address.scheme());
        if (provider == null) {
            throw unserved(address.scheme());
        }
        return provider;
    }

    private IllegalArgumentException unserved(String scheme) {
        IllegalArgumentException unserved =
                new IllegalArgumentException("no store has the scheme '" + scheme + ":'; " + remedy(scheme));
        broken.forEach(unserved::addSuppressed);
        return unserved;
    }

    private String remedy(String scheme) {
        return missingModule(scheme)
                .map(module -> "add dev.larder:larder-" + module + " to the class path")
                .or(() -> NearestName.of(scheme, byScheme.keySet()).map(meant -> "did you mean '" + meant + ":'?"))
                .or(() -> NearestName.of(scheme, MODULES)
                        .map(meant -> "did you mean '" + meant + ":', with dev.larder:larder-" + meant
                                + " on the class path?"))
                .orElseGet(() -> "the class path holds stores for " + found()
                        + ". If the URI is only a name for the manager, give it no scheme, as in 'orders',"
                        + " or the scheme urn, as in 'urn:orders'");
    }

    private String found() {
        return byScheme.isEmpty() ? "no scheme" : String.join(", ", byScheme.keySet());
    }

    /** The module that is missing for {@code redis}, and for related schemes such as {@code rediss} or {@code redis-cluster}. */
    private Optional<String> missingModule(String scheme) {
        return MODULES.stream()
                .filter(module -> scheme.startsWith(module) && !serves(module))
                .findFirst();
    }

    private void addAll(ServiceLoader<StoreProvider> found) {
        Iterator<StoreProvider> providers = found.iterator();
        while (broken.size() < MOST_ERRORS) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                add(providers.next());
            } catch (ServiceConfigurationError error) {
                // It may be another application's copy of a backend. It only matters if it is the one asked for.
                broken.add(error);
            }
        }
    }

    private void add(StoreProvider provider) {
        provider.schemes().forEach(scheme -> byScheme.putIfAbsent(scheme.toLowerCase(Locale.ROOT), provider));
    }
}
