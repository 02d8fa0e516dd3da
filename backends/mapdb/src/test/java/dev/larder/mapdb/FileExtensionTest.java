package dev.larder.mapdb;

import dev.larder.contract.ExtensionContract;
import dev.larder.spi.Backend;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The managers of all these tests share a file that is open throughout. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FileExtensionTest extends ExtensionContract {
    private Backend holder;

    @Override
    protected String address() {
        return "mapdb:target/files/extension.db?durability=crash";
    }

    @BeforeAll
    void open() {
        holder = Stores.backend(address());
    }

    @AfterAll
    void close() {
        holder.close();
    }
}
