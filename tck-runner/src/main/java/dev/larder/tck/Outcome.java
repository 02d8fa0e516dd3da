package dev.larder.tck;

/** How a test ended. */
enum Outcome {
    PASSED,
    /** It counts as passed, but the TCK skipped its body because an optional feature is missing. */
    NO_OP,
    /** An assertion did not hold. */
    FAILED,
    /** Something else was thrown. */
    ERROR,
    /** JUnit skipped it. */
    SKIPPED;

    boolean isPass() {
        return this == PASSED || this == NO_OP;
    }

    boolean isBad() {
        return this == FAILED || this == ERROR;
    }
}
