package dev.larder.tck;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Detects whether the TCK skipped the body of the running test.
 *
 * <p>If an optional feature is missing, or the exclude list names a test, the test passes without doing anything: the
 * TCK's rule replaces its body by one that only logs. That log record is the only trace, so this handler looks for it.
 * The record is written by the thread that runs the test.
 */
final class NoOpDetector extends Handler {
    private static final String SIGN = "EXCLUDING TEST";

    /** Kept in a field, because the log manager refers to its loggers weakly. */
    private final Logger tck = Logger.getLogger("org.jsr107.tck");

    private volatile boolean detected;

    /** Registers this handler. */
    void listen() {
        tck.setLevel(Level.INFO);
        tck.addHandler(this);
    }

    /** Returns whether a body was skipped since the last call, and resets that. */
    boolean drain() {
        boolean excluded = detected;
        detected = false;
        return excluded;
    }

    @Override
    public void publish(LogRecord record) {
        String message = record.getMessage();
        if (message != null && message.contains(SIGN)) {
            detected = true;
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        tck.removeHandler(this);
    }
}
