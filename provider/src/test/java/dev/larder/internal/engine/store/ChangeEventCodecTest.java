package dev.larder.internal.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.codec.Codecs;
import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.codec.filter.AllowList;
import java.util.Set;
import javax.cache.event.EventType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeEventCodecTest {
    private final Marshaller marshaller =
            new Codecs(getClass().getClassLoader(), AllowList.NONE).marshaller("orders", Set.of(), 250, 1_000_000);
    private final ChangeEventCodec<String> changeEventCodec = new ChangeEventCodec<>(marshaller);

    @ParameterizedTest
    @CsvSource({
        "true, , false",
        "false, CREATED, false",
        "true, CREATED, false",
        "false, UPDATED, false",
        "false, UPDATED, true",
        "false, REMOVED, false",
        "false, EXPIRED, false"
    })
    void read_whatWasWritten_isTheSameNews(boolean expired, EventType event, boolean fleeting) {
        EncodedEntry found = new EncodedEntry(marshaller, "k", null, marshaller.encode("k", "old", 1));
        EncodedEntry next = new EncodedEntry(marshaller, "k", null, marshaller.encode("k", "new", 2));
        ChangeEvent<String> changeEvent = new ChangeEvent<>("k", expired, event, found, next, fleeting);

        ChangeEvent<String> read = changeEventCodec.decode(changeEventCodec.encode(changeEvent, marshaller.key("k")));

        assertThat(read.key()).isEqualTo("k");
        assertThat(read.expired()).isEqualTo(expired);
        assertThat(read.event()).isEqualTo(event);
        assertThat(read.fleeting()).isEqualTo(fleeting);
        assertThat(read.found()).isInstanceOfSatisfying(EncodedEntry.class, entry -> assertThat(entry.value())
                .isEqualTo("old"));
        assertThat(read.next()).isInstanceOfSatisfying(EncodedEntry.class, entry -> assertThat(entry.value())
                .isEqualTo("new"));
    }
}
