package dev.larder.internal.engine;

import dev.larder.internal.engine.operation.Transition;
import dev.larder.internal.event.Listeners.PendingDelivery;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.cache.CacheException;
import javax.cache.integration.CacheWriterException;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a bulk call. A failure at one key does not affect the others: what they have written is counted and
 * reported. An Error is thrown only after that.
 */
final class BulkProgress<K, V, R> {
    private final OutcomeReporter<K, V> outcomeReporter;
    private final List<Transition<K, V, R>> done = new ArrayList<>();
    private final Map<K, RuntimeException> failures = new LinkedHashMap<>();
    private final Map<K, PendingDelivery> pendingDeliveries = new LinkedHashMap<>();
    private @Nullable CacheWriterException refusal;
    private @Nullable Error error;

    BulkProgress(OutcomeReporter<K, V> outcomeReporter) {
        this.outcomeReporter = outcomeReporter;
    }

    /**
     * The outcome of a bulk call.
     *
     * @param failures why a key failed, or the exception of a listener notified of it
     * @param writerFailure the exception of the writer, null if it threw none
     */
    record Outcome<K, V, R>(
            List<Transition<K, V, R>> transitions,
            Map<K, RuntimeException> failures,
            @Nullable CacheWriterException writerFailure) {

        /** Adds each failure once, the writer's first. */
        void addTo(FailureCollector all) {
            Map<Throwable, Boolean> seen = new IdentityHashMap<>();
            if (writerFailure != null) {
                seen.put(writerFailure, true);
                all.add(writerFailure);
            }
            failures.values().stream()
                    .filter(failure -> seen.put(failure, true) == null)
                    .forEach(all::add);
        }

        void rethrow() {
            FailureCollector all = new FailureCollector();
            addTo(all);
            all.rethrow();
        }
    }

    /** Records that the writer threw and that these keys are not to be stored. */
    void writerFailed(Iterable<K> unwritten, CacheWriterException reason) {
        refusal = reason;
        unwritten.forEach(key -> failures.put(key, reason));
    }

    void failed(K key, RuntimeException failure) {
        failures.put(key, failure);
    }

    /** Records an Error: completed transitions are still reported, and no new ones begin. */
    void addError(Error thrown) {
        if (error == null) {
            error = thrown;
        }
    }

    boolean hasError() {
        return error != null;
    }

    /** Counts a completed transition and posts its events. */
    void done(Transition<K, V, R> transition) {
        done.add(transition);
        attempt(transition.key(), () -> pendingDeliveries.put(transition.key(), outcomeReporter.report(transition)));
    }

    /** Delivers the events, outside all key locks, and returns the outcome. */
    Outcome<K, V, R> deliver() {
        pendingDeliveries.forEach((key, pendingDelivery) -> attempt(key, pendingDelivery::deliver));
        if (error != null) {
            throw error;
        }
        return new Outcome<>(done, failures, refusal);
    }

    /** Runs an action and records its failure under the key. */
    void attempt(K key, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            failed(key, failure);
        } catch (Exception undeclared) {
            failed(key, new CacheException("key '" + key + "' failed: " + undeclared, undeclared));
        } catch (Error thrown) {
            addError(thrown);
        }
    }
}
