package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.configuration.OptionalFeature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LarderCachingProviderTest {
    private static final URI A = URI.create("probe:a");
    private static final URI B = URI.create("probe:b");

    private final LarderCachingProvider provider = new LarderCachingProvider();
    private final ClassLoader own = getClass().getClassLoader();
    private final ClassLoader other = new ClassLoader(own) {};

    @AfterEach
    void close() {
        provider.close();
        System.clearProperty("larder.uri");
    }

    private static <T> T withContextLoader(ClassLoader loader, Supplier<T> step) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return step.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void serviceLoader_findsIt() {
        assertThat(Caching.getCachingProvider(own)).isInstanceOf(LarderCachingProvider.class);
    }

    @Test
    void getCacheManager_nulls_areTheDefaults() {
        System.setProperty("larder.uri", "probe:default");
        CacheManager manager = provider.getCacheManager();
        assertThat(provider.getCacheManager(null, null, null)).isSameAs(manager);
        assertThat(provider.getCacheManager(provider.getDefaultURI(), provider.getDefaultClassLoader()))
                .isSameAs(manager);
        assertThat(manager.getURI()).isEqualTo(URI.create("dev.larder.LarderCachingProvider"));
        assertThat(manager.getClassLoader()).isSameAs(provider.getDefaultClassLoader());
        assertThat(manager.getCachingProvider()).isSameAs(provider);
        assertThat(manager.getProperties()).isEmpty();
    }

    @Test
    void getCacheManager_otherUriOrLoader_isAnotherManager() {
        Set<CacheManager> managers = Set.of(
                provider.getCacheManager(A, own),
                provider.getCacheManager(B, own),
                provider.getCacheManager(A, other),
                new LarderCachingProvider().getCacheManager(A, own));
        assertThat(managers).hasSize(4);
    }

    @Test
    void getCacheManager_fromManyThreads_makesOne() throws InterruptedException {
        Set<CacheManager> seen = ConcurrentHashMap.newKeySet();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Thread thread = new Thread(() -> {
                awaitQuietly(start);
                seen.add(provider.getCacheManager(A, own));
            });
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(seen).hasSize(1);
    }

    @Test
    void getCacheManager_whileOthersClose_isAlwaysTheRegisteredOne() throws InterruptedException {
        Thread closer = new Thread(() -> {
            for (int i = 0; i < 2_000; i++) {
                provider.close(A, own);
            }
        });
        closer.start();
        while (closer.isAlive()) {
            assertThat(provider.getCacheManager(A, own)).isNotNull();
        }
        closer.join();
        assertThat(provider.getCacheManager(A, own)).isSameAs(provider.getCacheManager(A, own));
        assertThat(provider.getCacheManager(A, own).isClosed()).isFalse();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void closedManager_isFollowedByANewOne() {
        CacheManager closed = provider.getCacheManager(A, own);
        closed.close();
        CacheManager next = provider.getCacheManager(A, own);
        assertThat(next).isNotSameAs(closed);
        assertThat(next.isClosed()).isFalse();
        closed.close();
        assertThat(provider.getCacheManager(A, own)).isSameAs(next);
    }

    @Test
    void close_closesAll_inAnyOrder() {
        CacheManager a = provider.getCacheManager(A, own);
        CacheManager b = provider.getCacheManager(B, other);
        b.close();
        provider.close();
        provider.close();
        a.close();
        assertThat(a.isClosed()).isTrue();
        assertThat(b.isClosed()).isTrue();
    }

    @Test
    void closeLoader_closesThatLoadersManagersAlone() {
        CacheManager a = provider.getCacheManager(A, own);
        CacheManager b = provider.getCacheManager(B, own);
        CacheManager foreign = provider.getCacheManager(A, other);
        provider.close(own);
        assertThat(a.isClosed()).isTrue();
        assertThat(b.isClosed()).isTrue();
        assertThat(foreign.isClosed()).isFalse();
    }

    @Test
    void closeUriAndLoader_closesOne() {
        CacheManager a = provider.getCacheManager(A, own);
        CacheManager b = provider.getCacheManager(B, own);
        provider.close(A, own);
        provider.close(URI.create("probe:never-opened"), own);
        assertThat(a.isClosed()).isTrue();
        assertThat(b.isClosed()).isFalse();
    }

    @Test
    void shared_lastHolderCloses_isClosed() {
        URI shared = URI.create("probe:shared?shared=true");
        CacheManager manager = provider.getCacheManager(shared, own);
        assertThat(provider.getCacheManager(shared, own)).isSameAs(manager);
        manager.close();
        assertThat(manager.isClosed()).isFalse();
        manager.close();
        assertThat(manager.isClosed()).isTrue();
    }

    @Test
    void shared_providerCloses_isClosedDespiteHolders() {
        URI shared = URI.create("probe:shared?shared=true");
        CacheManager manager = provider.getCacheManager(shared, own);
        provider.getCacheManager(shared, own);
        provider.close();
        assertThat(manager.isClosed()).isTrue();
    }

    @Test
    void defaultClassLoader_isTheThreadsIfItBelongsToUs() {
        assertThat(withContextLoader(other, provider::getDefaultClassLoader)).isSameAs(other);
    }

    @Test
    @SuppressWarnings("NullAway")
    void defaultClassLoader_threadHasNoneOrAForeignOne_isLardersOwn() {
        ClassLoader foreign = new ClassLoader(ClassLoader.getPlatformClassLoader()) {};
        assertThat(withContextLoader(foreign, provider::getDefaultClassLoader)).isSameAs(own);
        assertThat(withContextLoader(null, provider::getDefaultClassLoader)).isSameAs(own);
    }

    @Test
    void isSupported_asksTheStoreBehindTheDefaultUri() {
        assertThat(provider.isSupported(OptionalFeature.STORE_BY_REFERENCE)).isFalse();
        System.setProperty("larder.uri", "probe:default");
        assertThat(provider.isSupported(OptionalFeature.STORE_BY_REFERENCE)).isTrue();
    }

    @Test
    void addressThatMakesNoSense_namesTheManagerButNoCredentials() {
        assertThatThrownBy(() -> provider.getCacheManager(URI.create("redis://user:secret@host?password=x"), own))
                .isInstanceOf(CacheException.class)
                .hasMessage("cache manager 'redis://***@host?password=***': no store has the scheme 'redis:';"
                        + " add dev.larder:larder-redis to the class path");
        assertThatThrownBy(() -> provider.getCacheManager(URI.create("probe:x?broken=yes"), own))
                .isInstanceOf(CacheException.class)
                .hasMessage("cache manager 'probe:x?broken=yes': setting 'broken' is not to be set");
    }

    @Test
    void closedManager_letsItsClassLoaderGo() {
        WeakReference<ClassLoader> loader = usedAndClosed();
        for (int i = 0; i < 50 && loader.get() != null; i++) {
            System.gc();
        }
        assertThat(loader.get()).isNull();
    }

    private WeakReference<ClassLoader> usedAndClosed() {
        ClassLoader loader = new ClassLoader(own) {};
        CacheManager manager = provider.getCacheManager(URI.create("probe:leak"), loader);
        manager.createCache("orders", new MutableConfiguration<>().setManagementEnabled(true));
        manager.close();
        return new WeakReference<>(loader);
    }
}
