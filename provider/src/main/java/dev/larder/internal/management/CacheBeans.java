package dev.larder.internal.management;

import dev.larder.internal.statistics.Statistics;
import java.net.URI;
import java.util.concurrent.locks.ReentrantLock;
import javax.cache.Cache;

/** The two MBeans of one cache on the platform's MBean server. Thread-safe. */
public final class CacheBeans {
    private final ReentrantLock lock = new ReentrantLock();
    private final BeanRegistration configuration;
    private final BeanRegistration statistics;
    private boolean closed;

    /** Creates the beans, not registered yet. */
    public CacheBeans(URI manager, Cache<?, ?> cache, Statistics statistics) {
        this.configuration = new BeanRegistration(
                new ConfigurationBean(cache), BeanNames.of("CacheConfiguration", manager, cache.getName()));
        this.statistics = new BeanRegistration(
                new StatisticsBean(statistics), BeanNames.of("CacheStatistics", manager, cache.getName()));
    }

    /** Registers or unregisters the configuration bean. */
    public void showConfiguration(boolean shown) {
        set(configuration, shown);
    }

    /** Registers or unregisters the statistics bean. */
    public void showStatistics(boolean shown) {
        set(statistics, shown);
    }

    /** Unregisters both for good. */
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
