package dev.larder.contract;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.StoreProvider;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the backends on the class path. */
public final class BackendFinder {
    private BackendFinder() {}

    /**
     * Opens the backend for an address.
     *
     * @throws IllegalArgumentException if no provider on the class path serves its scheme
     */
    public static Backend open(BackendSetup setup) {
        String scheme = setup.address().scheme();
        return providers(type -> true)
                .filter(each -> each.schemes().contains(scheme))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no store provider serves '" + scheme
                        + ":'; does META-INF/services/" + StoreProvider.class.getName() + " name yours?"))
                .open(setup);
    }

    /** Returns the providers of the accepted types. Others are not instantiated. */
    public static Stream<StoreProvider> providers(Predicate<Class<?>> types) {
        return ServiceLoader.load(StoreProvider.class, StoreProvider.class.getClassLoader()).stream()
                .filter(each -> types.test(each.type()))
                .map(ServiceLoader.Provider::get);
    }
}
