package dev.larder.internal.manager;

import dev.larder.LarderCacheManager;
import dev.larder.internal.config.Environment;
import dev.larder.internal.config.ManagerPlan;
import dev.larder.internal.config.StoreResolver;
import java.net.URI;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.cache.CacheException;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;

/**
 * The open managers of one provider. Thread-safe.
 *
 * <p>An open manager holds its class loader: it loads classes from it, and its caches contain that loader's objects. A
 * weak key would therefore not let the loader be collected. A redeployed application does not leak because closing a
 * manager releases everything.
 */
public final class Managers {
    private final Map<ManagerId, ManagerSlot> slots = new ConcurrentHashMap<>();
    private final ManagerFactory factory;

    public Managers(CachingProvider provider) {
        this.factory = new ManagerFactory(provider);
    }

    /**
     * The open manager of that URI and loader; created if there is none.
     *
     * @throws CacheException if it cannot be created, or if another thread takes too long to create it
     */
    public LarderCacheManager get(URI uri, ClassLoader loader, Properties properties) {
        ManagerId id = new ManagerId(uri, loader);
        while (true) {
            ManagerSlot slot = slots.computeIfAbsent(id, absent -> new ManagerSlot());
            LarderCacheManager manager = get(id, slot, properties);
            if (manager != null) {
                return manager;
            }
        }
    }

    /** Closes all managers. */
    public void closeAll() {
        closeWhere(id -> true);
    }

    /** Closes the managers of a loader. */
    public void closeAll(ClassLoader loader) {
        closeWhere(id -> id.loader() == loader);
    }

    /** Closes the manager of a URI and loader, if there is one. */
    public void close(URI uri, ClassLoader loader) {
        closeWhere(new ManagerId(uri, loader)::equals);
    }

    /**
     * Whether the store at the address that a manager of that URI would use keeps values by reference. False if the
     * address is invalid; the exception comes when the manager is opened.
     */
    public static boolean keepsObjects(URI uri, ClassLoader loader) {
        try {
            ManagerPlan plan = new StoreResolver(loader, Environment.PROCESS).plan(uri);
            return plan.provider().keepsObjects();
        } catch (IllegalArgumentException invalid) {
            return false;
        }
    }

    // Null if the slot has been removed since it was looked up.
    private @Nullable LarderCacheManager get(ManagerId id, ManagerSlot slot, Properties properties) {
        boolean entered = slot.enter();
        try {
            if (!entered) {
                throw stillBeingCreated(id);
            }
            if (slots.get(id) != slot) {
                return null;
            }
            StandardCacheManager manager = slot.manager;
            return manager != null && manager.addHolder() ? manager : create(id, slot, properties);
        } finally {
            slot.leave(entered);
        }
    }

    private static CacheException stillBeingCreated(ManagerId id) {
        return new CacheException(
                Thread.currentThread().isInterrupted()
                        ? "interrupted while manager '" + id + "' was being created by another thread; call again"
                        : "manager '" + id + "' is still being created by another thread after "
                                + CacheWaitLimit.SECONDS
                                + " seconds; call again, or look for a factory that does not return");
    }

    private LarderCacheManager create(ManagerId id, ManagerSlot slot, Properties properties) {
        StandardCacheManager manager = null;
        try {
            manager = factory.create(id, (Properties) properties.clone(), closed -> forget(id, slot, closed));
            manager.addHolder();
            slot.manager = manager;
            manager.createDeclaredCaches();
            return manager;
        } catch (Exception | Error failure) {
            if (manager != null) {
                manager.closeForAll();
            }
            slots.remove(id, slot);
            throw failure;
        }
    }

    // Closing continues even if the lock cannot be acquired in time.
    private void forget(ManagerId id, ManagerSlot slot, StandardCacheManager closed) {
        boolean entered = slot.enter();
        try {
            if (slot.manager == closed) {
                slot.manager = null;
                slots.remove(id, slot);
            }
        } finally {
            slot.leave(entered);
        }
    }

    private void closeWhere(Predicate<ManagerId> chosen) {
        slots.forEach((id, slot) -> {
            if (chosen.test(id)) {
                close(slot);
            }
        });
    }

    private static void close(ManagerSlot slot) {
        StandardCacheManager manager = managerIn(slot);
        if (manager != null) {
            manager.closeForAll();
        }
    }

    private static @Nullable StandardCacheManager managerIn(ManagerSlot slot) {
        boolean entered = slot.enter();
        try {
            return slot.manager;
        } finally {
            slot.leave(entered);
        }
    }
}
