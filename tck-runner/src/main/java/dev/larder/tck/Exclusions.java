package dev.larder.tck;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Tells whether the TCK left out the body of the test that runs.
 *
 * <p>A test whose optional feature is missing, or that the exclude list names, passes without having done anything: the TCK's
 * rule replaces its body by one that only logs. That log record is the one trace it leaves, and it is the TCK's own word, so
 * this listens for it. The record is written by the thread that runs the test.
 */
final class Exclusions extends Handler {
    private static final String SIGN = "EXCLUDING TEST";

    /** Held, because the log manager holds its loggers weakly. */
    private final Logger tck = Logger.getLogger("org.jsr107.tck");

    private volatile boolean heard;

    /** Begins to listen. */
    void listen() {
        tck.setLevel(Level.INFO);
        tck.addHandler(this);
    }

    /** Forgets what was heard, and says whether anything was. */
    boolean drain() {
        boolean excluded = heard;
        heard = false;
        return excluded;
    }

    @Override
    public void publish(LogRecord record) {
        String message = record.getMessage();
        if (message != null && message.contains(SIGN)) {
            heard = true;
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        tck.removeHandler(this);
    }
}
