package dev.larder.internal.management;

import dev.larder.internal.statistics.Statistics;
import java.net.URI;
import java.util.concurrent.locks.ReentrantLock;
import javax.cache.Cache;

/** The two beans of one cache on the platform's MBean server. Thread-safe. */
public final class CacheBeans {
    private final ReentrantLock lock = new ReentrantLock();
    private final BeanRegistration configuration;
    private final BeanRegistration statistics;
    private boolean closed;

    /** Beans that are not registered yet. */
    public CacheBeans(URI manager, Cache<?, ?> cache, Statistics statistics) {
        this.configuration = new BeanRegistration(
                new ConfigurationBean(cache), BeanNames.of("CacheConfiguration", manager, cache.getName()));
        this.statistics = new BeanRegistration(
                new StatisticsBean(statistics), BeanNames.of("CacheStatistics", manager, cache.getName()));
    }

    /** Shows or hides the configuration. */
    public void showConfiguration(boolean shown) {
        set(configuration, shown);
    }

    /** Shows or hides the statistics. */
    public void showStatistics(boolean shown) {
        set(statistics, shown);
    }

    /** Hides both for good. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            configuration.set(false);
            statistics.set(false);
        } finally {
            lock.unlock();
        }
    }

    private void set(BeanRegistration bean, boolean shown) {
        lock.lock();
        try {
            if (!closed) {
                bean.set(shown);
            }
        } finally {
            lock.unlock();
        }
    }
}
