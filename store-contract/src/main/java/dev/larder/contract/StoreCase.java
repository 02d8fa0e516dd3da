package dev.larder.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Ability;
import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Clock;
import dev.larder.spi.Settings;
import dev.larder.spi.Store;
import dev.larder.spi.StoreAddress;
import dev.larder.spi.StoreSetup;
import dev.larder.spi.Stored;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test of a store. It opens a backend and an empty store for each test, and removes everything afterwards. Keys and
 * entries are untyped, so that one test serves object stores and byte stores.
 */
public abstract class StoreCase {
    private final Deque<Runnable> cleanUps = new ArrayDeque<>();
    private final Set<Store<?, ?>> destroyed = Collections.newSetFromMap(new IdentityHashMap<>());
    private Backend backend;
    private Samples samples;

    /** The store under test. It is empty at the start. */
    public Store<Object, Stored> store;

    /** The address of the backend under test. */
    public abstract String address();

    @BeforeEach
    final void openStore() {
        backend = openBackend();
        store = open("cache " + UUID.randomUUID());
        samples = Samples.of(store);
    }

    @AfterEach
    final void cleanUp() {
        cleanUps.forEach(Runnable::run);
    }

    /** Opens another backend at the same address. It is closed after the test. */
    public final Backend openBackend() {
        Backend opened = BackendFinder.open(new BackendSetup(
                StoreAddress.parse(address()),
                Clock.SYSTEM,
                Runnable::run,
                getClass().getClassLoader()));
        cleanUps.push(opened::close);
        return opened;
    }

    public final Backend backend() {
        return backend;
    }

    public final Store<Object, Stored> open(String cache) {
        return open(backend, cache);
    }

    @SuppressWarnings("unchecked")
    public final Store<Object, Stored> open(Backend from, String cache) {
        Settings settings = StoreAddress.parse(address()).settings();
        Store<?, ?> opened = from.open(new StoreSetup(cache, false, settings));
        cleanUps.push(() -> destroy(opened));
        return (Store<Object, Stored>) opened;
    }

    /** Destroys and closes a store. Does nothing if that has been done. */
    public final void destroy(Store<?, ?> doomed) {
        if (destroyed.add(doomed)) {
            doomed.destroy();
            doomed.close();
        }
    }

    public final boolean hasAbility(Ability ability) {
        return store.abilities().contains(ability);
    }

    /** The store as a byte store; null if it is an object store. */
    public final @Nullable ByteStore byteStore() {
        return (Store<?, ?>) store instanceof ByteStore bytes ? bytes : null;
    }

    public final Object key(String text) {
        return samples.key(text);
    }

    public final Stored entry(String text) {
        return samples.entry(text, Stored.ETERNAL);
    }

    public final Stored entry(String text, long expiry) {
        return samples.entry(text, expiry);
    }

    public final @Nullable String text(@Nullable Stored entry) {
        return entry == null ? null : samples.text(entry);
    }

    /** Creates an entry and returns it as the store returns it. */
    public final Stored created(String key, String text) {
        return created(store, key, entry(text));
    }

    public final Stored created(Store<Object, Stored> in, String key, Stored entry) {
        assertThat(in.exchange(key(key), null, entry)).as("what was at %s", key).isNull();
        return present(in.read(key(key)));
    }

    /** Asserts that an entry is present, and returns it. */
    public static Stored present(@Nullable Stored entry) {
        assertThat(entry).isNotNull();
        return Objects.requireNonNull(entry);
    }

    public final @Nullable String textAt(String key) {
        return text(store.read(key(key)));
    }

    public final List<@Nullable String> texts(List<@Nullable Stored> entries) {
        List<@Nullable String> texts = new ArrayList<>();
        entries.forEach(each -> texts.add(text(each)));
        return texts;
    }

    /** Iterates over the store and returns its entries. Fails if the iteration returns a key twice. */
    public final Map<Object, String> contents() {
        Map<Object, String> contents = new HashMap<>();
        store.iterator().forEachRemaining(each -> {
            String previous = contents.put(each.getKey(), samples.text(each.getValue()));
            assertThat(previous)
                    .as("what %s had been given with before", each.getKey())
                    .isNull();
        });
        return contents;
    }
}
