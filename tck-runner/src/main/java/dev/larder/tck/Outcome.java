package dev.larder.tck;

/** How a test ended. */
enum Outcome {
    PASSED,
    /** It counts as passed, but the TCK left its body out, because an optional feature is not there. */
    NO_OP,
    /** An assertion did not hold. */
    FAILED,
    /** Something else was thrown. */
    ERROR,
    /** JUnit left it out. */
    SKIPPED;

    boolean isPass() {
        return this == PASSED || this == NO_OP;
    }

    boolean isBad() {
        return this == FAILED || this == ERROR;
    }
}
