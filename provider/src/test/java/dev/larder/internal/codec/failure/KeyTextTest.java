package dev.larder.internal.codec.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyTextTest {
    @Test
    void of_key_isItsTextAndClass() {
        assertThat(KeyText.of(5L)).isEqualTo("key '5' of class java.lang.Long");
    }

    @Test
    void of_longKey_isCutOff() {
        assertThat(KeyText.of("x".repeat(1_000))).isEqualTo("key '" + "x".repeat(100) + "…' of class java.lang.String");
    }

    @Test
    void of_keyWhoseTextFails_isItsClass() {
        assertThat(KeyText.of(new Textless())).isEqualTo("a key of class " + Textless.class.getName());
    }

    private static final class Textless {
        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }
    }
}
