package dev.larder.mapdb.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.mapdb.Stores;
import dev.larder.spi.StoreAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is found before a file is made. */
final class FileSettingsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            commit-interval=0ms             | 'commit-interval' is '0ms'; it takes a number above zero and a unit
            commit-interval=99999999999h    | 'commit-interval' is '99999999999h'; it takes a number above zero
            start-size=9999999999g          | 'start-size' is '9999999999g'; it takes bytes such as 4096
            growth-step=8589934592g         | 'growth-step' is '8589934592g'; it takes bytes such as 4096
            max-bytes=17179869185g          | 'max-bytes' is '17179869185g'; it takes bytes such as 4096
            max-bytes=-1                    | 'max-bytes' is '-1'
            max-entries=0                   | 'max-entries' is '0'; it takes a whole number above zero
            compact-threshold=101           | 'compact-threshold' is '101'; it takes a share in percent, 1 to 100
            compact-threshold=9999999999    | 'compact-threshold' is '9999999999'
            durability=always               | 'durability' is 'always'; it takes restart or crash
            growthstep=8m                   | no setting 'growthstep' (did you mean 'growth-step'?); its settings are
            """)
    void open_senselessSetting_isRefusedBeforeAFileIsMade(String setting, String message) {
        assertThatThrownBy(() -> Stores.backend("mapdb:" + folder.resolve("a.db") + "?" + setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void open_folderInsteadOfAFile_isRefusedWithTheWayOut() {
        assertThatThrownBy(() -> Stores.backend("mapdb:" + folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("store address 'mapdb:" + folder + "' names the folder '")
                .hasMessageEndingWith("'; write a file, as in mapdb:" + folder + "/caches.db");
        assertThat(folder).isEmptyDirectory();
        assertThat(folder.resolveSibling(folder.getFileName() + ".lock")).doesNotExist();
    }

    @Test
    void of_largeGrowthStep_isCutToOneGigabyte() {
        FileSettings settings =
                FileSettings.of(StoreAddress.parse("mapdb:x?growth-step=5000g").settings());
        assertThat(settings.growthStep()).isEqualTo(1 << 30);
    }
}
