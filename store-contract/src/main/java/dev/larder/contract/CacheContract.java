package dev.larder.contract;

import org.junit.jupiter.api.Nested;

/**
 * What a cache must do over every backend, asked through {@code javax.cache} and nothing else: first against
 * a model of JSR-107, then by many threads, then with arguments and user code that are wrong. Each question is
 * asked three times: of the backend as it is, without its abilities, and with a third of its exchanges lost.
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
 * <p>System properties: {@code larder.contract.seed} (a number; the random steps follow from it), {@code
 * larder.contract.steps} (of each trial, 150), {@code larder.contract.increments} (of each thread, 10,000), {@code
 * larder.contract.hammer} (reads raced against invalidations, 30,000), {@code larder.contract.patience} (seconds
 * until threads are taken to hang, 120).
 */
public abstract class CacheContract extends TaggingContract {

    @Nested
    class Model extends ModelContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class CacheRaces extends CacheRacesContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class ExpiryRaces extends ExpiryRacesContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class TwoManagers extends TwoManagersContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class EventOrder extends EventOrderContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class LoadOnce extends LoadOnceContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class Reentry extends ReentryContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class UserThreads extends UserThreadsContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class BadArguments extends BadArgumentsContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class BadLoader extends BadLoaderContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class BadWriter extends BadWriterContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class BadListener extends BadListenerContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class BadProcessor extends BadProcessorContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class BadFactory extends BadFactoryContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class BadValue extends BadValueContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class Errors extends ErrorsContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class CopiedRecords extends CopiedRecordsContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class Values extends ValuesContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class Statistics extends StatisticsContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class BulkFailures extends BulkFailuresContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class MutableValues extends MutableValuesContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }

    @Nested
    class Unreadable extends UnreadableContract {
        @Override
        String address() {
            return CacheContract.this.address();
        }
    }
}
