package dev.larder.mapdb;

import dev.larder.spi.BackendSetup;
import dev.larder.spi.Clock;
import dev.larder.spi.StoreAddress;
import java.util.concurrent.locks.LockSupport;

/** A process in which a thread holds a lock of a store, and never gives it back. */
final class Stuck {
    private Stuck() {}

    /**
     * Runs; says a letter once the lock is held.
     *
     * @param arguments the address
     */
    public static void main(String[] arguments) {
        SharedDatabase sharedDatabase = SharedDatabases.acquire(new BackendSetup(
                StoreAddress.parse(arguments[0]), Clock.SYSTEM, Runnable::run, Stuck.class.getClassLoader()));
        sharedDatabase.keyStripes().lockOf(Stores.key("a").bytes()).lock();
        System.out.print('.');
        System.out.flush();
        while (true) {
            LockSupport.park();
        }
    }
}
