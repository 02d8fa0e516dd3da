package dev.larder.internal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes objects of the application that can be closed, as JSR-107 §"Closing" prescribes for customisations. */
public final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    /** Closes an object if it is {@link AutoCloseable}. A failure is logged and not thrown. */
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
