package dev.larder.contract;

import dev.larder.contract.cache.BadArgumentsContract;
import dev.larder.contract.cache.BadFactoryContract;
import dev.larder.contract.cache.BadListenerContract;
import dev.larder.contract.cache.BadLoaderContract;
import dev.larder.contract.cache.BadProcessorContract;
import dev.larder.contract.cache.BadValueContract;
import dev.larder.contract.cache.BadWriterContract;
import dev.larder.contract.cache.BulkFailuresContract;
import dev.larder.contract.cache.CacheRacesContract;
import dev.larder.contract.cache.CopiedRecordsContract;
import dev.larder.contract.cache.DestroyedCacheContract;
import dev.larder.contract.cache.ErrorsContract;
import dev.larder.contract.cache.EventOrderContract;
import dev.larder.contract.cache.ExpiryRacesContract;
import dev.larder.contract.cache.ModelContract;
import dev.larder.contract.cache.MutableValuesContract;
import dev.larder.contract.cache.ReentryContract;
import dev.larder.contract.cache.SneakyThrowContract;
import dev.larder.contract.cache.StatisticsContract;
import dev.larder.contract.cache.TwoManagersContract;
import dev.larder.contract.cache.UnreadableContract;
import dev.larder.contract.cache.UserThreadsContract;
import dev.larder.contract.cache.ValuesContract;
import dev.larder.contract.extension.LoadOnceContract;
import dev.larder.contract.tag.TaggingContract;
import org.junit.jupiter.api.Nested;

/**
 * Tests what a cache must do over every backend: the behaviour that JSR-107 defines, and tags. It compares a cache with
 * a model of JSR-107, and runs many threads, wrong arguments and failing user code. Each test runs three times: on the
 * backend as it is, without its abilities, and with a third of its exchanges lost (see {@link Variant}).
 *
 * <pre>{@code
 * final class HeapCacheTest extends CacheContract {
 *     @Override
 *     protected String address() {
 *         return "heap:";
 *     }
 * }
 * }</pre>
 *
 * <p>System properties:
 *
 * <ul>
 * <li>{@code larder.contract.seed}: the seed of all random steps, a number
 * <li>{@code larder.contract.steps}: steps of each trial, 150
 * <li>{@code larder.contract.increments}: increments of each thread, 10,000
 * <li>{@code larder.contract.reads}: steps of each thread in the races of tags, 4,000
 * <li>{@code larder.contract.hammer}: reads raced against invalidations, 30,000
 * <li>{@code larder.contract.patience}: seconds after which a thread counts as hanging, 120
 * </ul>
 */
public abstract class CacheContract extends TaggingContract {

    @Nested
    class Model extends ModelContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class CacheRaces extends CacheRacesContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class ExpiryRaces extends ExpiryRacesContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class TwoManagers extends TwoManagersContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class EventOrder extends EventOrderContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class LoadOnce extends LoadOnceContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class Reentry extends ReentryContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class UserThreads extends UserThreadsContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class BadArguments extends BadArgumentsContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class BadLoader extends BadLoaderContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class BadWriter extends BadWriterContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class BadListener extends BadListenerContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class BadProcessor extends BadProcessorContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class BadFactory extends BadFactoryContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class BadValue extends BadValueContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class Errors extends ErrorsContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class SneakyThrows extends SneakyThrowContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class CopiedRecords extends CopiedRecordsContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class Values extends ValuesContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class Statistics extends StatisticsContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class BulkFailures extends BulkFailuresContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class MutableValues extends MutableValuesContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class Unreadable extends UnreadableContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class DestroyedCache extends DestroyedCacheContract {
        @Override
        public String address() {
            return CacheContract.this.address();
        }
    }
}
