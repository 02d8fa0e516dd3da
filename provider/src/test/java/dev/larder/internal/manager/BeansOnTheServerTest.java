package dev.larder.internal.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.stream.Collectors;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BeansOnTheServerTest {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final Managed managed = new Managed();
    private final CacheManager manager = managed.manager();
    private final MutableConfiguration<String, Integer> both = new MutableConfiguration<String, Integer>()
            .setTypes(String.class, Integer.class)
            .setStatisticsEnabled(true)
            .setManagementEnabled(true);

    @AfterEach
    void close() {
        managed.close();
    }

    private Set<String> beans() throws JMException {
        return server.queryNames(new ObjectName("javax.cache:*"), null).stream()
                .filter(name -> name.getKeyProperty("CacheManager").equals("probe." + managed.name))
                .map(ObjectName::getCanonicalName)
                .collect(Collectors.toSet());
    }

    private ObjectName bean(String type, String cache, String... more) throws JMException {
        return new ObjectName("javax.cache:type=" + type + ",CacheManager=probe." + managed.name + ",Cache=" + cache
                + String.join("", more));
    }

    @Test
    void createCache_asConfigured_registersBoth() throws JMException {
        Cache<String, Integer> cache = manager.createCache("orders", both);
        cache.put("a", 1);
        cache.get("a");
        assertThat(server.getAttribute(bean("CacheConfiguration", "orders"), "ValueType"))
                .isEqualTo("java.lang.Integer");
        assertThat(server.getAttribute(bean("CacheConfiguration", "orders"), "StatisticsEnabled"))
                .isEqualTo(true);
        assertThat(server.getAttribute(bean("CacheStatistics", "orders"), "CacheHits"))
                .isEqualTo(1L);
    }

    @Test
    void enable_onAndOffRepeatedly_followsTheLastWord() throws JMException {
        manager.createCache("orders", new MutableConfiguration<>());
        assertThat(beans()).isEmpty();
        manager.enableStatistics("orders", true);
        manager.enableStatistics("orders", true);
        manager.enableManagement("orders", true);
        assertThat(beans()).hasSize(2);
        assertThat(server.getAttribute(bean("CacheConfiguration", "orders"), "ManagementEnabled"))
                .isEqualTo(true);
        manager.enableStatistics("orders", false);
        assertThat(beans()).containsExactly(bean("CacheConfiguration", "orders").getCanonicalName());
        manager.enableManagement("orders", false);
        manager.enableManagement("orders", false);
        assertThat(beans()).isEmpty();
    }

    @Test
    void closeAndDestroy_leaveNoBeans() throws JMException {
        manager.createCache("a", both);
        manager.createCache("b", both).close();
        manager.createCache("c", both);
        manager.destroyCache("c");
        assertThat(beans()).hasSize(2);
        manager.close();
        assertThat(beans()).isEmpty();
    }

    @Test
    void sameManagerInAnotherLoader_coexists() throws JMException {
        CacheManager other = managed.provider.getCacheManager(
                managed.uri, new ClassLoader(getClass().getClassLoader()) {});
        manager.createCache("orders", both).put("a", 1);
        Cache<String, Integer> second = other.createCache("orders", both);
        second.get("none");
        assertThat(beans()).hasSize(4);
        assertThat(server.getAttribute(bean("CacheStatistics", "orders"), "CacheMisses"))
                .isEqualTo(0L);
        assertThat(server.getAttribute(bean("CacheStatistics", "orders", ",Instance=2"), "CacheMisses"))
                .isEqualTo(1L);
        other.close();
        assertThat(beans())
                .hasSize(2)
                .contains(bean("CacheStatistics", "orders").getCanonicalName());
    }

    @Test
    void nameWithEveryTrap_isRegisteredAndRemoved() throws JMException {
        manager.createCache("a,b=c:d*e?f\"g\nh (java.lang.String)", both);
        assertThat(beans())
                .hasSize(2)
                .contains(bean("CacheStatistics", "a.b.c.d.e.f.g.h (java.lang.String)")
                        .getCanonicalName());
        manager.close();
        assertThat(beans()).isEmpty();
    }

    @Test
    void close_beanUnregisteredByOtherCode_doesNotFail() throws JMException {
        manager.createCache("orders", both);
        server.unregisterMBean(bean("CacheStatistics", "orders"));
        manager.enableStatistics("orders", false);
        manager.enableStatistics("orders", true);
        assertThat(beans()).hasSize(2);
    }
}
