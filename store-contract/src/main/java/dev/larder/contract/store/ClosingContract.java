package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.larder.contract.BackendFinder;
import dev.larder.contract.StoreCase;
import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.Clock;
import dev.larder.spi.Settings;
import dev.larder.spi.Store;
import dev.larder.spi.StoreAddress;
import dev.larder.spi.StoreSetup;
import dev.larder.spi.Stored;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests that stores and backends can be closed in any order and more than once. */
public abstract class ClosingContract extends StoreCase {

    @Test
    void close_storeTwice_isFine() {
        Store<?, ?> opened = openOwn(backend());
        assertThatCode(() -> {
                    opened.close();
                    opened.close();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void close_backendTwice_isFine() {
        Backend opened = openOwn();
        openOwn(opened).close();
        assertThatCode(() -> {
                    opened.close();
                    opened.close();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void close_backendBeforeItsStore_isFine() {
        Backend opened = openOwn();
        Store<?, ?> of = openOwn(opened);
        assertThatCode(() -> {
                    opened.close();
                    of.close();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void close_backendWithoutStores_isFine() {
        assertThatCode(() -> openOwn().close()).doesNotThrowAnyException();
    }

    @Test
    void open_afterClose_worksAgain() {
        openOwn().close();
        Backend again = openBackend();
        Store<Object, Stored> reopened = open(again, "reopened " + UUID.randomUUID());
        created(reopened, "a", entry("1"));
    }

    private Backend openOwn() {
        return BackendFinder.open(new BackendSetup(
                StoreAddress.parse(address()),
                Clock.SYSTEM,
                Runnable::run,
                getClass().getClassLoader()));
    }

    private static Store<?, ?> openOwn(Backend backend) {
        return backend.open(new StoreSetup("own " + UUID.randomUUID(), false, Settings.NONE));
    }
}
