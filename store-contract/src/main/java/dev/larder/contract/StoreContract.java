package dev.larder.contract;

import org.junit.jupiter.api.Nested;

/**
 * What every {@link dev.larder.spi.Store} must do. A backend's test extends this class and gives an
 * address; the backend is found as the core finds it, by {@link java.util.ServiceLoader}. Each test uses
 * cache names of its own and clears them afterwards, so a server may be shared.
 *
 * <pre>{@code
 * final class HeapStoreTest extends StoreContract {
 *     @Override
 *     protected String address() {
 *         return "heap:";
 *     }
 * }
 * }</pre>
 */
public abstract class StoreContract {

    /** The address of the backend under test, as in {@code redis://localhost:6379}. */
    protected abstract String address();

    @Nested
    class Reading extends ReadingContract {
        @Override
        String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Exchanging extends ExchangingContract {
        @Override
        String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Bulk extends BulkContract {
        @Override
        String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Shortcuts extends ShortcutsContract {
        @Override
        String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Iterating extends IteratingContract {
        @Override
        String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Clearing extends ClearingContract {
        @Override
        String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Naming extends NamingContract {
        @Override
        String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Contents extends ContentsContract {
        @Override
        String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Lifetimes extends LifetimesContract {
        @Override
        String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Races extends RacesContract {
        @Override
        String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Sharing extends SharingContract {
        @Override
        String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Closing extends ClosingContract {
        @Override
        String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class OnTheWay extends OnTheWayContract {
        @Override
        String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class StampsOfTags extends StampsContract {
        @Override
        String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Notices extends NoticesContract {
        @Override
        String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class TagVerbs extends TagStoreContract {
        @Override
        String address() {
            return StoreContract.this.address();
        }
    }
}
