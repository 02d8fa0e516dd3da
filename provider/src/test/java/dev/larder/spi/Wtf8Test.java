package dev.larder.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Wtf8Test {
    private static final List<String> PARTS = List.of(
            "a", "?", "\ufffd", "\u00e9", "e\u0301", "\u65e5", "\ud83d\ude00", "\ud83d", "\ude00", "\ud800", "\udfff");

    @Test
    void encode_textOfHalvesAndOthers_isDecodedAndSharedByNone() {
        Map<String, String> byBytes = new HashMap<>();
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text = text(random);
            byte[] bytes = Wtf8.encode(text);
            assertThat(Wtf8.decode(bytes)).isEqualTo(text);
            String other = byBytes.put(new String(bytes, StandardCharsets.ISO_8859_1), text);
            assertThat(other == null ? text : other).isEqualTo(text);
        }
    }

    @Test
    void encode_wellFormedText_isItsUtf8() {
        for (String text : List.of("", "books", "\u00e9\u65e5\ud83d\ude00", "\ufffd?", "\ud83d\ude00\ud83d\ude00")) {
            assertThat(Wtf8.encode(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void encode_half_isThreeBytesOfWtf8() {
        assertThat(Wtf8.encode("\ud800")).containsExactly(0xED, 0xA0, 0x80);
        assertThat(Wtf8.encode("\udfff")).containsExactly(0xED, 0xBF, 0xBF);
    }

    @Test
    void decode_bytesOfNoText_areReplaced() {
        assertThat(Wtf8.decode(new byte[] {'a', (byte) 0xFF})).isEqualTo("a\ufffd");
        assertThat(Wtf8.decode(new byte[] {(byte) 0xED, (byte) 0xA0}))
                .doesNotContain("\ud800")
                .contains("\ufffd");
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(5); left > 0; left--) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }
}
