package dev.larder.contract.model;

import java.lang.management.ManagementFactory;
import javax.cache.management.CacheStatisticsMXBean;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** The statistics of a cache, found through JMX. */
public record Statistics(CacheStatisticsMXBean bean) {

    /** Finds the statistics of a cache. Its name has to be unique in this JVM. */
    public static Statistics of(String cache) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName pattern = new ObjectName("javax.cache:type=CacheStatistics,Cache=" + cache + ",*");
            ObjectName bean = server.queryNames(pattern, null).stream()
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no statistics of cache '" + cache + "' are to be found"));
            return new Statistics(JMX.newMXBeanProxy(server, bean, CacheStatisticsMXBean.class));
        } catch (MalformedObjectNameException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The present counts. */
    Counts counts() {
        Counts counts = new Counts();
        counts.hits = bean.getCacheHits();
        counts.misses = bean.getCacheMisses();
        counts.puts = bean.getCachePuts();
        counts.removals = bean.getCacheRemovals();
        return counts;
    }
}
