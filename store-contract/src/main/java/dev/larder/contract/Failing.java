package dev.larder.contract;

/** What user code throws in these tests, so that it is known again. */
final class Failing extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failing() {
        super("user code failed on purpose");
    }
}
