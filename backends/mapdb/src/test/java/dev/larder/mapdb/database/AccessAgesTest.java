package dev.larder.mapdb.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AccessAgesTest {
    @Test
    void bytes_ofManyEntries_areFew() {
        AccessAges accessAges = new AccessAges(0);
        int entries = 3_000_000;
        for (long i = 0; i < entries; i++) {
            accessAges.grow(i);
        }
        assertThat(accessAges.bytes() / entries)
                .as("bytes of heap for each entry")
                .isLessThan(24);
    }
}
