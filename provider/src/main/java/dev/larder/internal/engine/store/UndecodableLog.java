package dev.larder.internal.engine.store;

import dev.larder.internal.codec.failure.UndecodableException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs, once for each reason, that entries of a cache cannot be read. After a deployment that changed a class this may
 * be true of every entry.
 */
public final class UndecodableLog {
    private static final Logger LOG = LoggerFactory.getLogger(UndecodableLog.class);
    private static final int MOST_REASONS = 100;

    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    public void report(UndecodableException reason) {
        String message = String.valueOf(reason.getMessage());
        if (reported.size() < MOST_REASONS && reported.add(message)) {
            LOG.warn("{}; such entries count as absent from now on", message);
        }
    }
}
