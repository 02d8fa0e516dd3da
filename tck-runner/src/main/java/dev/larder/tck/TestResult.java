package dev.larder.tck;

import java.time.Duration;

/**
 * One test that ran.
 *
 * @param className the class that was run; it may have inherited the method
 * @param trace the stack trace without JUnit's own frames; empty if nothing was thrown
 */
record TestResult(String className, String method, Outcome outcome, Duration took, String trace) {

    Suite suite() {
        return Suite.of(className);
    }

    /** The class name without its package, and the method. */
    String shortName() {
        return shortName(className) + '.' + method;
    }

    static String shortName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
