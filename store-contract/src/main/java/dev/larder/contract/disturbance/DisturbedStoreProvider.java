package dev.larder.contract.disturbance;

import dev.larder.contract.BackendFinder;
import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.StoreAddress;
import dev.larder.spi.StoreProvider;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens the addresses of other providers with the prefix {@code plain+} or {@code flaky+}. */
public abstract sealed class DisturbedStoreProvider implements StoreProvider {
    private static final String PLAIN = "plain+";
    private static final String FLAKY = "flaky+";

    private final boolean keepsObjects;

    private DisturbedStoreProvider(boolean keepsObjects) {
        this.keepsObjects = keepsObjects;
    }

    /** Serves object stores. */
    public static final class OfObjects extends DisturbedStoreProvider {
        /** For the service loader. */
        public OfObjects() {
            super(true);
        }
    }

    /** Serves byte stores. */
    public static final class OfBytes extends DisturbedStoreProvider {
        /** For the service loader. */
        public OfBytes() {
            super(false);
        }
    }

    @Override
    public final Set<String> schemes() {
        return BackendFinder.providers(type -> !DisturbedStoreProvider.class.isAssignableFrom(type))
                .filter(each -> each.keepsObjects() == keepsObjects)
                .flatMap(each -> each.schemes().stream())
                .flatMap(scheme -> Stream.of(PLAIN + scheme, FLAKY + scheme))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public final boolean keepsObjects() {
        return keepsObjects;
    }

    @Override
    public final Backend open(BackendSetup setup) {
        String twisted = setup.address().scheme();
        Disturbance disturbance = twisted.startsWith(PLAIN) ? new NoAbilities() : new LostExchanges();
        BackendSetup inner = new BackendSetup(
                inner(setup.address(), twisted.substring(PLAIN.length())),
                setup.clock(),
                setup.executor(),
                setup.classLoader(),
                setup.properties(),
                setup.caches());
        return new DisturbedBackend(BackendFinder.open(inner), disturbance);
    }

    private static StoreAddress inner(StoreAddress address, String scheme) {
        return new StoreAddress(scheme, address.rest(), address.settings());
    }
}
