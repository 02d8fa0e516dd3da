package dev.larder.contract.twist;

import dev.larder.contract.Backends;
import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.StoreAddress;
import dev.larder.spi.StoreProvider;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens the addresses of all other providers with {@code plain+} or {@code flaky+} before them. */
public final class TwistingProvider implements StoreProvider {
    private static final String PLAIN = "plain+";
    private static final String FLAKY = "flaky+";

    @Override
    public Set<String> schemes() {
        return Backends.schemesBesides(TwistingProvider.class).stream()
                .flatMap(scheme -> Set.of(PLAIN + scheme, FLAKY + scheme).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Backend open(BackendSetup setup) {
        String twisted = setup.address().scheme();
        Twist twist = twisted.startsWith(PLAIN) ? new Plain() : new Flaky();
        BackendSetup inner = new BackendSetup(
                inner(setup.address(), twisted.substring(PLAIN.length())),
                setup.clock(),
                setup.executor(),
                setup.classLoader());
        return new TwistedBackend(Backends.open(inner), twist);
    }

    private static StoreAddress inner(StoreAddress address, String scheme) {
        return new StoreAddress(scheme, address.rest(), address.settings());
    }
}
