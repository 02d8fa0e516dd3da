package dev.larder.tck;

import java.util.List;
import javax.cache.annotation.BeanProvider;
import manager.CacheNameOnEachMethodBlogManagerImpl;
import manager.ClassLevelCacheConfigBlogManagerImpl;
import manager.UsingDefaultCacheNameBlogManagerImpl;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jsr107.ri.annotations.cdi.BeanManagerUtil;
import org.jsr107.ri.annotations.cdi.CacheLookupUtil;
import org.jsr107.ri.annotations.cdi.CachePutInterceptor;
import org.jsr107.ri.annotations.cdi.CacheRemoveAllInterceptor;
import org.jsr107.ri.annotations.cdi.CacheRemoveEntryInterceptor;
import org.jsr107.ri.annotations.cdi.CacheResultInterceptor;
import org.jsr107.ri.annotations.cdi.InterceptorExtension;

/**
 * Provides the beans of the TCK's annotation tests, with the reference implementation's interceptors around them. The
 * TCK finds it as a service. The beans are listed instead of discovered, so that they are in one bean archive, where
 * the interceptors apply.
 */
public final class WeldBeanProvider implements BeanProvider {
    private static final List<Class<?>> INTERCEPTORS = List.of(
            CacheResultInterceptor.class,
            CachePutInterceptor.class,
            CacheRemoveEntryInterceptor.class,
            CacheRemoveAllInterceptor.class);

    private static final List<Class<?>> BEANS = List.of(
            BeanManagerUtil.class,
            CacheLookupUtil.class,
            ClassLevelCacheConfigBlogManagerImpl.class,
            UsingDefaultCacheNameBlogManagerImpl.class,
            CacheNameOnEachMethodBlogManagerImpl.class);

    private final WeldContainer container;

    /** Starts the container. */
    public WeldBeanProvider() {
        Weld weld = new Weld().disableDiscovery().addExtension(new InterceptorExtension());
        INTERCEPTORS.forEach(weld::addBeanClass);
        INTERCEPTORS.forEach(weld::enableInterceptors);
        BEANS.forEach(weld::addBeanClass);
        container = weld.initialize();
    }

    @Override
    public <T> T getBeanByType(Class<T> type) {
        return container.select(type).get();
    }
}
