package dev.larder.contract;

import org.junit.jupiter.api.Nested;

/**
 * What tags must do over every backend; a part of {@link CacheContract}, for backends that are asked the whole in another
 * shape.
 */
public abstract class TaggingContract {

    /** The address of the backend under test, as in {@code redis://localhost:6379}. */
    protected abstract String address();

    @Nested
    class Tags extends TagsContract {
        @Override
        String address() {
            return TaggingContract.this.address();
        }
    }

    @Nested
    class Taggers extends TaggersContract {
        @Override
        String address() {
            return TaggingContract.this.address();
        }
    }

    @Nested
    class TagLeases extends TagLeasesContract {
        @Override
        String address() {
            return TaggingContract.this.address();
        }
    }

    @Nested
    class PutLifetimes extends PutLifetimesContract {
        @Override
        String address() {
            return TaggingContract.this.address();
        }
    }

    @Nested
    class TagRaces extends TagRacesContract {
        @Override
        String address() {
            return TaggingContract.this.address();
        }
    }

    @Nested
    class TagModel extends TagModelContract {
        @Override
        String address() {
            return TaggingContract.this.address();
        }
    }

    @Nested
    class TagHammer extends TagHammerContract {
        @Override
        String address() {
            return TaggingContract.this.address();
        }
    }
}
