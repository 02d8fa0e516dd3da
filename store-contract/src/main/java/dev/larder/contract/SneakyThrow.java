package dev.larder.contract;

import java.io.IOException;

/** Throws a checked exception from code that declares none, as Kotlin, Groovy and Lombok's {@code SneakyThrows} do. */
public final class SneakyThrow {
    private SneakyThrow() {}

    /** Throws an {@link IOException}. Returns nothing; the type lets a caller write {@code throw}. */
    public static RuntimeException ioException() {
        throw SneakyThrow.<RuntimeException>thrown(new IOException("user code failed on purpose"));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the cast is what hides the checked exception
    private static <T extends Throwable> T thrown(Throwable failure) throws T {
        throw (T) failure;
    }
}
