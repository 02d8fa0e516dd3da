package dev.larder.internal.manager;

import dev.larder.spi.StoreAddress;
import java.net.URI;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/** Runs a manager's background work: in a pool of its own, or in an executor that the application supplies. */
record BackgroundExecutor(Executor executor, Runnable onClose) implements AutoCloseable {
    static final String PROPERTY = "larder.executor";

    private static final int LONGEST_HINT = 24;
    private static final Pattern TO_LAST_SLASH = Pattern.compile(".*[/:](?=.)");
    private static final Pattern DISALLOWED = Pattern.compile("[^\\w.-]+");

    /**
     * Uses the application's executor if the properties have one, else a pool of its own.
     *
     * @throws IllegalArgumentException if the property holds anything else
     */
    static BackgroundExecutor of(Properties properties, URI manager, ClassLoader loader) {
        Object supplied = properties.get(PROPERTY);
        if (supplied == null) {
            return own(manager, loader);
        }
        if (supplied instanceof Executor executor) {
            return new BackgroundExecutor(executor, () -> {});
        }
        throw new IllegalArgumentException("property '" + PROPERTY + "' holds a "
                + supplied.getClass().getName() + "; it takes an object that implements java.util.concurrent.Executor");
    }

    @Override
    public void close() {
        onClose.run();
    }

    private static BackgroundExecutor own(URI manager, ClassLoader loader) {
        WorkerPools pools = new WorkerPools("larder-" + hint(manager), loader);
        return new BackgroundExecutor(pools, pools::shutdown);
    }

    private static String hint(URI manager) {
        String last = TO_LAST_SLASH
                .matcher(StoreAddress.masked(manager.toString()).replaceFirst("\\?.*", ""))
                .replaceFirst("");
        String allowed = DISALLOWED.matcher(last).replaceAll("");
        return allowed.substring(0, Math.min(LONGEST_HINT, allowed.length()));
    }
}
