package dev.larder.contract;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.StoreProvider;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The backends on the class path. */
public final class Backends {
    private Backends() {}

    /** The schemes of all providers but those of type {@code type}. */
    public static Set<String> schemesBesides(Class<? extends StoreProvider> type) {
        return providers()
                .filter(each -> each.type() != type)
                .flatMap(each -> each.get().schemes().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Opens the backend for an address.
     *
     * @throws IllegalArgumentException if no provider on the class path serves its scheme
     */
    public static Backend open(BackendSetup setup) {
        String scheme = setup.address().scheme();
        return providers()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.schemes().contains(scheme))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no store provider serves '" + scheme
                        + ":'; does META-INF/services/" + StoreProvider.class.getName() + " name yours?"))
                .open(setup);
    }

    private static Stream<ServiceLoader.Provider<StoreProvider>> providers() {
        return ServiceLoader.load(StoreProvider.class, StoreProvider.class.getClassLoader()).stream();
    }
}
