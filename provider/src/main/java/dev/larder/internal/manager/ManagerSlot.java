package dev.larder.internal.manager;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where the manager of one id stands. The lock is held while the manager is made, together with the
 * caches that its configuration file names: whoever else asks for it waits, and never meets it half
 * made. It is this id's alone, and reentrant, so a factory of such a cache may ask for the manager.
 */
final class ManagerSlot {
    final ReentrantLock lock = new ReentrantLock();

    @Nullable
    StandardCacheManager manager;
}
