package dev.larder.contract.model;

import java.util.concurrent.TimeUnit;
import javax.cache.expiry.Duration;
import org.jspecify.annotations.Nullable;

/** What an expiry policy may answer. */
enum PolicyAnswer {
    FOR_EVER(Duration.ETERNAL),
    SOON(new Duration(TimeUnit.MINUTES, 10)),
    LATER(new Duration(TimeUnit.MINUTES, 25)),
    AT_ONCE(Duration.ZERO),
    NULL(null),
    FAILURE(null);

    static final long NEVER = Long.MAX_VALUE;

    private final @Nullable Duration duration;

    PolicyAnswer(@Nullable Duration duration) {
        this.duration = duration;
    }

    /** The answer itself; {@link #FAILURE} throws. */
    @Nullable
    Duration given() {
        if (this == FAILURE) {
            throw new IllegalStateException("this policy always fails");
        }
        return duration;
    }

    /** The moment of expiry that follows, where {@code unchanged} stands for no answer. */
    long expiry(long now, long unchanged) {
        return switch (this) {
            case FOR_EVER -> NEVER;
            case SOON -> now + TimeUnit.MINUTES.toMillis(10);
            case LATER -> now + TimeUnit.MINUTES.toMillis(25);
            case AT_ONCE -> now;
            case NULL, FAILURE -> unchanged;
        };
    }
}
