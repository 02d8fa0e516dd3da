package dev.larder.contract;

/** The exception that failing user code throws in these tests. */
public final class UserCodeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UserCodeException() {
        super("user code failed on purpose");
    }
}
