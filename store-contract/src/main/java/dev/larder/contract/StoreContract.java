package dev.larder.contract;

import dev.larder.contract.store.AbilitiesContract;
import dev.larder.contract.store.BulkContract;
import dev.larder.contract.store.ChangeEventsContract;
import dev.larder.contract.store.ChangeExpiryContract;
import dev.larder.contract.store.ClearingContract;
import dev.larder.contract.store.ClosingContract;
import dev.larder.contract.store.ContentsContract;
import dev.larder.contract.store.ExchangingContract;
import dev.larder.contract.store.IteratingContract;
import dev.larder.contract.store.LifetimesContract;
import dev.larder.contract.store.NamingContract;
import dev.larder.contract.store.RacesContract;
import dev.larder.contract.store.ReadingContract;
import dev.larder.contract.store.SettingsContract;
import dev.larder.contract.store.SharingContract;
import dev.larder.contract.store.StampsContract;
import dev.larder.contract.store.TagQueryContract;
import org.junit.jupiter.api.Nested;

/**
 * Tests what every {@link dev.larder.spi.Store} must do. A backend's test extends this class and returns an address.
 * The backend is found with {@link java.util.ServiceLoader}, as the core does. Each test uses its own cache names and
 * clears them afterwards, so tests may share a server.
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

    /** The address of the backend under test, such as {@code redis://localhost:6379}. */
    protected abstract String address();

    @Nested
    class Reading extends ReadingContract {
        @Override
        public String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Exchanging extends ExchangingContract {
        @Override
        public String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Bulk extends BulkContract {
        @Override
        public String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Abilities extends AbilitiesContract {
        @Override
        public String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Iterating extends IteratingContract {
        @Override
        public String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Clearing extends ClearingContract {
        @Override
        public String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Naming extends NamingContract {
        @Override
        public String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Settings extends SettingsContract {
        @Override
        public String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Contents extends ContentsContract {
        @Override
        public String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Lifetimes extends LifetimesContract {
        @Override
        public String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Races extends RacesContract {
        @Override
        public String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Sharing extends SharingContract {
        @Override
        public String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Closing extends ClosingContract {
        @Override
        public String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class LifetimeChanges extends ChangeExpiryContract {
        @Override
        public String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Stamps extends StampsContract {
        @Override
        public String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class Notifications extends ChangeEventsContract {
        @Override
        public String address() {
            return StoreContract.this.address();
        }
    }

    @Nested
    class TaggedOperations extends TagQueryContract {
        @Override
        public String address() {
            return StoreContract.this.address();
        }
    }
}
