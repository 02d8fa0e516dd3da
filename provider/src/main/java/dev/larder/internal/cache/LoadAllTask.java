package dev.larder.internal.cache;

import dev.larder.internal.engine.load.BackgroundTasks;
import javax.cache.integration.CacheLoaderException;
import javax.cache.integration.CompletionListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs {@code loadAll} in the background, and notifies the completion listener of its end. */
final class LoadAllTask {
    private static final Logger LOG = LoggerFactory.getLogger(LoadAllTask.class);

    private LoadAllTask() {}

    static void start(
            String cache, BackgroundTasks backgroundTasks, Runnable load, @Nullable CompletionListener listener) {
        backgroundTasks.start(() -> run(cache, load, listener), refused -> fail(cache, refused, listener));
    }

    private static void run(String cache, Runnable load, @Nullable CompletionListener listener) {
        try {
            load.run();
        } catch (Exception | Error failure) {
            fail(cache, failure, listener);
            return;
        }
        if (listener != null) {
            listener.onCompletion();
        }
    }

    private static void fail(String cache, Throwable failure, @Nullable CompletionListener listener) {
        if (listener == null) {
            LOG.warn("cache '{}': loadAll failed, and the call has no completion listener", cache, failure);
        } else {
            listener.onException(
                    failure instanceof CacheLoaderException exception
                            ? exception
                            : new CacheLoaderException("cache '" + cache + "': loadAll failed: " + failure, failure));
        }
    }
}
