package dev.larder.internal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what the user gave, if it can be closed: JSR-107 §"Closing", for customisations. */
public final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    /** Closes an object that may be {@link AutoCloseable}; a failure is logged, and stops nothing. */
    public static void quietly(@Nullable Object customisation) {
        if (customisation instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception failure) {
                LOG.warn("could not close {}", customisation.getClass().getName(), failure);
            }
        }
    }
}
