package dev.larder.contract;

/** What user code throws in these tests, so that it is known again. */
public final class UserCodeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UserCodeException() {
        super("user code failed on purpose");
    }
}
