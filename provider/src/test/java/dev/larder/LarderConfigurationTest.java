package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import org.junit.jupiter.api.Test;

class LarderConfigurationTest {
    private final LarderConfiguration<String, Integer> configuration = new LarderConfiguration<String, Integer>()
            .setTypes(String.class, Integer.class)
            .setStoreByValue(false)
            .setStatisticsEnabled(true)
            .setManagementEnabled(true)
            .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(Duration.ONE_MINUTE))
            .setMaxEntries(1_000)
            .setSetting("durability", "full");

    @Test
    void copy_ofItsOwnKind_isComplete() {
        LarderConfiguration<String, Integer> copy = new LarderConfiguration<>(configuration);
        assertThat(copy).isEqualTo(configuration).hasSameHashCodeAs(configuration);
        assertThat(copy.getSettings()).containsEntry("max-entries", "1000").containsEntry("durability", "full");
        assertThat(copy.isManagementEnabled()).isTrue();
    }

    @Test
    void copy_changedAfterwards_leavesTheOriginal() {
        new LarderConfiguration<>(configuration).setSetting("durability", null).setMaxEntries(1);
        assertThat(configuration.getSettings())
                .containsEntry("max-entries", "1000")
                .containsEntry("durability", "full");
    }

    @Test
    void equals_otherSettings_isFalse() {
        assertThat(new LarderConfiguration<>(configuration).setMaxEntries(2)).isNotEqualTo(configuration);
    }

    @Test
    void equals_withoutSettings_isThatOfTheStandard() {
        MutableConfiguration<String, Integer> standard = new MutableConfiguration<>();
        LarderConfiguration<String, Integer> ours = new LarderConfiguration<>();
        assertThat(ours).isEqualTo(standard).hasSameHashCodeAs(standard);
        assertThat(standard).isEqualTo(ours);
        assertThat(configuration).isNotEqualTo(new MutableConfiguration<>(configuration));
    }

    @Test
    void setLoadLease_beyondAllTime_isRefused() {
        assertThatThrownBy(() -> configuration.setLoadLease(java.time.Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a load lease of PT2562047788015215H30M7S never ends; give 36500 days at most");
    }

    @Test
    void setLoadLease_partOfAMillisecond_isNotOff() {
        assertThat(configuration.setLoadLease(java.time.Duration.ofNanos(1)).getSettings())
                .containsEntry("load-lease", "1ms");
        assertThat(configuration.setLoadLease(java.time.Duration.ZERO).getSettings())
                .containsEntry("load-lease", "0ms");
    }

    @Test
    void setMaxEntries_notAboveZero_isRefused() {
        assertThatThrownBy(() -> configuration.setMaxEntries(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the maximum number of entries is 0; give 1 or more");
    }

    @Test
    void setLoadLease_negative_isRefused() {
        assertThatThrownBy(() -> new LarderConfiguration<>().setLoadLease(java.time.Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-0.001S");
        assertThat(new LarderConfiguration<>()
                        .setLoadLease(java.time.Duration.ofSeconds(2))
                        .getSettings())
                .containsEntry("load-lease", "2000ms");
    }

    @Test
    void serialisation_roundTrip_isEqual() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(configuration);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(configuration);
        }
    }
}
