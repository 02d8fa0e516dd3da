package dev.larder.contract;

import org.junit.jupiter.api.Nested;

/**
 * What a cache must do over every backend beyond the standard, asked through {@link dev.larder.LarderCache}; like
 * {@link CacheContract}, of the backend as it is, without its abilities, and with a third of its exchanges lost.
 */
public abstract class ExtensionContract {

    /** The address of the backend under test, as in {@code redis://localhost:6379}. */
    protected abstract String address();

    @Nested
    class Counting extends CountingContract {
        @Override
        String address() {
            return ExtensionContract.this.address();
        }
    }

    @Nested
    class Asynchrony extends AsynchronyContract {
        @Override
        String address() {
            return ExtensionContract.this.address();
        }
    }

    @Nested
    class Grace extends GraceContract {
        @Override
        String address() {
            return ExtensionContract.this.address();
        }
    }

    @Nested
    class PutCompressor extends PutCompressorContract {
        @Override
        String address() {
            return ExtensionContract.this.address();
        }
    }

    @Nested
    class LoadLease extends LoadLeaseContract {
        @Override
        String address() {
            return ExtensionContract.this.address();
        }
    }

    @Nested
    class Loading extends LoadingContract {
        @Override
        String address() {
            return ExtensionContract.this.address();
        }
    }

    @Nested
    class SharedLoads extends SharedLoadsContract {
        @Override
        String address() {
            return ExtensionContract.this.address();
        }
    }

    @Nested
    class Refresh extends RefreshContract {
        @Override
        String address() {
            return ExtensionContract.this.address();
        }
    }

    @Nested
    class OwnLifetimes extends OwnLifetimesContract {
        @Override
        String address() {
            return ExtensionContract.this.address();
        }
    }
}
