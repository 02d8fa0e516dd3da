package dev.larder.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.spi.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What settings mean, and which are refused. */
final class HeapBoundTest {

    @Test
    void of_nothingSaid_aHundredThousand() {
        assertThat(bound(Map.of())).isEqualTo(new HeapBound.Entries(100_000));
    }

    @Test
    void of_maxEntries_thatMany() {
        assertThat(bound(Map.of("max-entries", "5_000"))).isEqualTo(new HeapBound.Entries(5_000));
    }

    @Test
    void of_unboundedSaid_none() {
        assertThat(bound(Map.of("max-entries", "unbounded"))).isEqualTo(new HeapBound.None());
    }

    @Test
    void of_maxWeight_weighsBySize() {
        HeapBound.Weight bound = (HeapBound.Weight) bound(Map.of("max-weight", "1000", "weigher", "size"));
        assertThat(bound.max()).isEqualTo(1000);
        assertThat(bound.weigher().weigh("key", "four")).isEqualTo(4);
    }

    @Test
    void of_maxWeightWhereTheAddressBoundsEntries_unboundedLiftsThat() {
        assertThat(bound(Map.of("max-entries", "unbounded", "max-weight", "9", "weigher", "size")))
                .isInstanceOf(HeapBound.Weight.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            max-entries=0                                | 'max-entries' is '0'
            max-entries=-1                               | 'max-entries' is '-1'
            max-entries=99999999999999999999             | 'max-entries' is '99999999999999999999'
            max-entries=many                             | whole number above zero
            max-entries=Unbounded                        | or 'unbounded'
            max-weight=10                                | add weigher=size
            weigher=size                                 | add max-weight
            max-weight=x&weigher=size                    | 'max-weight' is 'x'
            max-weight=1&weigher=size&max-entries=5      | contradict each other
            max-entrys=5                                 | no setting 'max-entrys' (did you mean 'max-entries'?)
            maxsize=5&colour=red                         | no setting 'colour', 'maxsize'; its settings are max-entries
            max-weight=1&weigher=no.such.Weigher         | no such class
            max-weight=1&weigher=java.lang.String        | does not implement dev.larder.spi.Weigher
            max-weight=1&weigher=dev.larder.heap.Bare    | public constructor without parameters
            """)
    void open_settingsThatMakeNoSense_refusedWithTheWayOut(String settings, String message) {
        assertThatThrownBy(() -> Stores.open("heap:?" + settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void open_cacheAddsToAnAddress_bothCount() {
        assertThatThrownBy(() -> Stores.open("heap:?max-entries=5", Settings.of(Map.of("max-weight", "1"))))
                .hasMessageContaining("weigher");
    }

    private static HeapBound bound(Map<String, String> settings) {
        return HeapBound.of(Settings.of(settings), HeapBoundTest.class.getClassLoader());
    }
}
