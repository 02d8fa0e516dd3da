package dev.larder.contract.tag;

import dev.larder.contract.CacheContract;
import dev.larder.contract.extension.PutLifetimesContract;
import org.junit.jupiter.api.Nested;

/**
 * Tests what tags must do over every backend. It is a part of {@link CacheContract}, and can be run alone on a server
 * in another configuration.
 */
public abstract class TaggingContract {

    /** The address of the backend under test, such as {@code redis://localhost:6379}. */
    protected abstract String address();

    @Nested
    public class Tags extends TagsContract {
        @Override
        public String address() {
            return TaggingContract.this.address();
        }
    }

    @Nested
    public class Taggers extends TaggersContract {
        @Override
        public String address() {
            return TaggingContract.this.address();
        }
    }

    @Nested
    public class TagLeases extends TagLeasesContract {
        @Override
        public String address() {
            return TaggingContract.this.address();
        }
    }

    @Nested
    public class PutLifetimes extends PutLifetimesContract {
        @Override
        public String address() {
            return TaggingContract.this.address();
        }
    }

    @Nested
    public class TagRaces extends TagRacesContract {
        @Override
        public String address() {
            return TaggingContract.this.address();
        }
    }

    @Nested
    public class TagModel extends TagModelContract {
        @Override
        public String address() {
            return TaggingContract.this.address();
        }
    }

    @Nested
    public class TagHammer extends TagHammerContract {
        @Override
        public String address() {
            return TaggingContract.this.address();
        }
    }
}
