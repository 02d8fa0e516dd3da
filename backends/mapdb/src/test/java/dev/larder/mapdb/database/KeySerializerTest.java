package dev.larder.mapdb.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mapdb.DataInput2;
import org.mapdb.DataOutput2;

final class KeySerializerTest {
    private final KeySerializer serializer = new KeySerializer();

    @Test
    void deserialize_longestKeyOfTheStore_isRead() throws IOException {
        byte[] key = new byte[CacheMap.MAX_KEY_BYTES];
        assertThat(serializer.deserialize(written(key), -1)).isEqualTo(key);
    }

    @Test
    void deserialize_longerKey_isRefusedAsDamage() throws IOException {
        DataInput2 longer = written(new byte[CacheMap.MAX_KEY_BYTES + 1]);
        assertThatThrownBy(() -> serializer.deserialize(longer, -1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the file is damaged");
    }

    private DataInput2 written(byte[] key) throws IOException {
        DataOutput2 out = new DataOutput2();
        serializer.serialize(out, key);
        return new DataInput2.ByteArray(out.copyBytes());
    }
}
