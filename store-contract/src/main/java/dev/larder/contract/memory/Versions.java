package dev.larder.contract.memory;

import dev.larder.spi.ByteEntry;
import dev.larder.spi.Settings;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The two ways in which servers determine whether two records are the same version. */
enum Versions {
    /** By the eight bytes in the record's header. */
    HEADER {
        @Override
        boolean same(ByteEntry found, ByteEntry expected) {
            return found.version() == expected.version();
        }

        @Override
        @Nullable
        Object stamp() {
            return null;
        }
    },
    /** By a number that the store gives to each write. */
    TOKEN {
        @Override
        boolean same(ByteEntry found, ByteEntry expected) {
            return Objects.equals(found.token(), expected.token());
        }

        @Override
        Object stamp() {
            return WRITES.incrementAndGet();
        }
    };

    private static final AtomicLong WRITES = new AtomicLong();

    abstract boolean same(ByteEntry found, ByteEntry expected);

    /** The token of a record that is about to be written. */
    abstract @Nullable Object stamp();

    static Versions of(Settings settings) {
        String text = settings.text("versions", "header");
        return switch (text) {
            case "header" -> HEADER;
            case "token" -> TOKEN;
            default ->
                throw new IllegalArgumentException("setting 'versions' is '" + text + "'; it takes header or token");
        };
    }
}
