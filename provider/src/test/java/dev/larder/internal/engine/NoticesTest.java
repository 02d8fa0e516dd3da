package dev.larder.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.codec.AllowList;
import dev.larder.internal.codec.Codecs;
import dev.larder.internal.codec.Marshaller;
import java.util.Set;
import javax.cache.event.EventType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticesTest {
    private final Marshaller marshaller =
            new Codecs(getClass().getClassLoader(), AllowList.NONE).marshaller("orders", Set.of(), 250, 1_000_000);
    private final Notices<String> notices = new Notices<>(marshaller);

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
        CodedEntry found = new CodedEntry(marshaller, "k", null, marshaller.encode("k", "old", 1));
        CodedEntry next = new CodedEntry(marshaller, "k", null, marshaller.encode("k", "new", 2));
        News<String> news = new News<>("k", expired, event, found, next, fleeting);

        News<String> read = notices.read(notices.written(news, marshaller.key("k")));

        assertThat(read.key()).isEqualTo("k");
        assertThat(read.expired()).isEqualTo(expired);
        assertThat(read.event()).isEqualTo(event);
        assertThat(read.fleeting()).isEqualTo(fleeting);
        assertThat(read.found()).isInstanceOfSatisfying(CodedEntry.class, entry -> assertThat(entry.value())
                .isEqualTo("old"));
        assertThat(read.next()).isInstanceOfSatisfying(CodedEntry.class, entry -> assertThat(entry.value())
                .isEqualTo("new"));
    }
}
