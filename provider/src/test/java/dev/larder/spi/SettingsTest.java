package dev.larder.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final String NAME = "some-time";

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "'1_0 s', ", "1m30s, PT1M30S", "2H, PT2H", "'1d 2h', PT26H", "36500d, PT876000H"})
    void duration_numbersWithUnits_areAdded(String text, Duration meant) {
        if (meant == null) {
            assertThatThrownBy(() -> of(text).duration(NAME, Duration.ZERO))
                    .isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThat(of(text).duration(NAME, Duration.ZERO)).isEqualTo(meant);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "10", "ms", "-1s", "1s2", "1s-1s", "99999999999h", "999999999999d", "36501d"})
    void duration_senselessOrTooLong_namesSettingValueAndRange(String text) {
        assertThatThrownBy(() -> of(text).duration(NAME, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("setting 'some-time' is '" + text
                        + "'; it takes a number and a unit: ms, s, m, h or d; at most 36500d");
    }

    @Test
    void duration_longest_fitsNanosecondsAndPointsInTime() {
        Duration longest = of("36500d").duration(NAME, Duration.ZERO);
        assertThat(longest.toNanos()).isPositive();
        assertThat(Math.addExact(System.currentTimeMillis(), longest.toMillis()))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0ms", "0s", "0d"})
    void duration_zero_isTakenOnlyWhereItMeansSomething(String zero) {
        assertThat(of(zero).duration(NAME, Duration.ofDays(1))).isZero();
        assertThatThrownBy(() -> of(zero).positiveDuration(NAME, Duration.ofDays(1)))
                .hasMessageStartingWith("setting 'some-time' is '" + zero + "'; it takes a number above zero");
        assertThatThrownBy(() -> of(zero).timeout(NAME, Duration.ofDays(1)))
                .hasMessageStartingWith("setting 'some-time' is '" + zero + "'; it takes a number above zero");
    }

    @Test
    void timeout_longerThanSocketsTake_isRefused() {
        assertThat(Math.toIntExact(of("24d").timeout(NAME, Duration.ZERO).toMillis()))
                .isPositive();
        assertThatThrownBy(() -> of("25d").timeout(NAME, Duration.ZERO)).hasMessageEndingWith("at most 24d");
    }

    @ParameterizedTest
    @CsvSource({"4096, 4096", "1_000, 1000", "64k, 65536", "8M, 8388608", "1gb, 1073741824", "8 m, 8388608"})
    void bytes_withUnit_isMultiplied(String text, long meant) {
        assertThat(of(text).bytes(NAME, 1, Long.MAX_VALUE)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1t", "k", "9999999999g", "8589934592g", "9999999999999999999"})
    void bytes_senselessOrTooMany_namesSettingValueAndRange(String text) {
        assertThatThrownBy(() -> of(text).bytes(NAME, 1, Long.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("setting 'some-time' is '" + text
                        + "'; it takes bytes such as 4096, 64k, 8m or 1g, from 1 to 9223372036854775807");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "2147483648", "many", ""})
    void positiveInt_beyondAnInt_isRefusedByName(String text) {
        assertThatThrownBy(() -> of(text).positiveInt(NAME, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("setting 'some-time' is '" + text
                        + "'; it takes a whole number above zero, at most 2_147_483_647");
    }

    @Test
    void flag_anythingButTrueAndFalse_isRefused() {
        assertThat(of("true").flag(NAME)).isTrue();
        assertThat(of("false").flag(NAME)).isFalse();
        assertThat(Settings.NONE.flag(NAME)).isFalse();
        assertThatThrownBy(() -> of("TRUE").flag(NAME))
                .hasMessage("setting 'some-time' is 'TRUE'; it takes true or false");
    }

    @Test
    void invalid_settingOfAFile_namesTheLine() {
        Settings file = Settings.of(Map.of(NAME, "x"), Map.of(NAME, "larder.yaml, line 7"));
        assertThatThrownBy(() -> file.positive(NAME, 1))
                .hasMessage("larder.yaml, line 7: setting 'some-time' is 'x'; it takes a whole number above zero");
    }

    @Test
    void overlaidBy_sameValue_keepsItsOriginAndAnotherLosesIt() {
        Settings file = of("x").from("larder.yaml, line 7");
        assertThat(file.overlaidBy(of("x")).origin(NAME)).isEqualTo("larder.yaml, line 7");
        assertThat(file.overlaidBy(of("y")).origin(NAME)).isNull();
        assertThat(of("y").overlaidBy(file).origin(NAME)).isEqualTo("larder.yaml, line 7");
        assertThat(file.only(NAME::equals).origin(NAME)).isEqualTo("larder.yaml, line 7");
    }

    private static Settings of(String text) {
        return Settings.of(Map.of(NAME, text));
    }
}
