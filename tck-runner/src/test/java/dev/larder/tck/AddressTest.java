package dev.larder.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "heap:, heap",
        "redis://127.0.0.1:6379, redis-127.0.0.1-6379",
        "redis://user:secret@host/0, redis-host-0",
        "mapdb:/var/cache/file.db, mapdb-var-cache-file.db",
        "::, store",
        "../up, up"
    })
    void folder_anyAddress_isAPlainName(String address, String folder) {
        assertThat(Address.folder(address)).isEqualTo(folder);
    }

    @Test
    void shown_secrets_areLeftOut() {
        assertThat(Address.shown("redis://me:hush@host:1?password=hush&pool=4"))
                .isEqualTo("redis://host:1?password=…&pool=4");
    }
}
