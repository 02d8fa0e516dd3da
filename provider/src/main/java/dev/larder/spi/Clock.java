package dev.larder.spi;

/** The one source of time for everything that expires. */
@FunctionalInterface
public interface Clock {
    /** This JVM's wall clock. */
    Clock SYSTEM = System::currentTimeMillis;

    /** Milliseconds since the epoch. */
    long millis();
}
