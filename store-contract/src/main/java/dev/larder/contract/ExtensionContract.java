package dev.larder.contract;

import dev.larder.contract.extension.AsynchronyContract;
import dev.larder.contract.extension.CountingContract;
import dev.larder.contract.extension.GraceContract;
import dev.larder.contract.extension.LoadLockContract;
import dev.larder.contract.extension.LoadingContract;
import dev.larder.contract.extension.OwnLifetimesContract;
import dev.larder.contract.extension.PutCompressorContract;
import dev.larder.contract.extension.RefreshContract;
import dev.larder.contract.extension.SharedLoadsContract;
import org.junit.jupiter.api.Nested;

/**
 * Tests what a cache must do over every backend beyond JSR-107, through {@link dev.larder.LarderCache}. Like
 * {@link CacheContract} it runs on the backend as it is, without its abilities, and with a third of its exchanges lost.
 */
public abstract class ExtensionContract {

    /** The address of the backend under test, such as {@code redis://localhost:6379}. */
    protected abstract String address();

    @Nested
    class Counting extends CountingContract {
        @Override
        public String address() {
            return ExtensionContract.this.address();
        }
    }

    @Nested
    class Asynchrony extends AsynchronyContract {
        @Override
        public String address() {
            return ExtensionContract.this.address();
        }
    }

    @Nested
    class Grace extends GraceContract {
        @Override
        public String address() {
            return ExtensionContract.this.address();
        }
    }

    @Nested
    class PutCompressor extends PutCompressorContract {
        @Override
        public String address() {
            return ExtensionContract.this.address();
        }
    }

    @Nested
    class LoadLock extends LoadLockContract {
        @Override
        public String address() {
            return ExtensionContract.this.address();
        }
    }

    @Nested
    class Loading extends LoadingContract {
        @Override
        public String address() {
            return ExtensionContract.this.address();
        }
    }

    @Nested
    class SharedLoads extends SharedLoadsContract {
        @Override
        public String address() {
            return ExtensionContract.this.address();
        }
    }

    @Nested
    class Refresh extends RefreshContract {
        @Override
        public String address() {
            return ExtensionContract.this.address();
        }
    }

    @Nested
    class OwnLifetimes extends OwnLifetimesContract {
        @Override
        public String address() {
            return ExtensionContract.this.address();
        }
    }
}
