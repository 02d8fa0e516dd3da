package dev.larder.spi;

/** The time source of everything that expires. */
@FunctionalInterface
public interface Clock {
    /** This JVM's wall clock. */
    Clock SYSTEM = System::currentTimeMillis;

    /** The current time in milliseconds since the epoch. */
    long millis();
}
