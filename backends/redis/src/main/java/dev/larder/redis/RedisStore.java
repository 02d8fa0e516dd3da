package dev.larder.redis;

import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Exchange;
import dev.larder.spi.LifetimeStore;
import dev.larder.spi.NotifyingStore;
import dev.larder.spi.Stamped;
import dev.larder.spi.StampedAll;
import dev.larder.spi.TagQuery;
import dev.larder.spi.TagStore;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The entries of one cache on a server or in a cluster: each verb a round trip, and what becomes of it if that fails. */
final class RedisStore implements LifetimeStore, NotifyingStore, TagStore {
    private static final Set<Ability> ABILITIES = Collections.unmodifiableSet(
            EnumSet.of(Ability.BLIND_PUT, Ability.SWAP, Ability.PUT_IF_ABSENT, Ability.NATIVE_EXPIRY));

    private static final Set<Ability> TELLING = with(ABILITIES, Ability.NOTIFICATIONS);
    private static final byte[] SILENCE = {};

    private final Wire wire;
    private final Sizes sizes;
    private final Keyspace keyspace;
    private final Failures failures;
    private final Lifespan lifespan = new Lifespan();
    private final BucketStamps stamps;
    private final Reading reading;
    private final Joined joined;
    private final Writing writing;
    private final Exchanging exchanging;
    private final Keeping keeping;
    private final Prolonging prolonging;
    private final Reclaiming reclaiming;
    private final Telling telling;
    private final Tagged tagged;

    RedisStore(
            Wire wire,
            Keyspace keyspace,
            Sizes sizes,
            Limits limits,
            Failures failures,
            Reclaiming reclaiming,
            Telling telling,
            TagStamps tags) {
        this.wire = wire;
        this.sizes = sizes;
        this.keyspace = keyspace;
        this.failures = failures;
        this.reclaiming = reclaiming;
        this.telling = telling;
        this.stamps = new BucketStamps(wire, keyspace);
        this.tagged = new Tagged(wire, keyspace, stamps, lifespan, tags);
        this.reading = new Reading(wire, keyspace, stamps, failures.readsAreLenient());
        this.writing = new Writing(wire, keyspace, stamps, lifespan);
        this.joined = new Joined(reading, writing, keyspace, limits);
        this.exchanging = new Exchanging(wire, keyspace, stamps, lifespan);
        this.keeping = new Keeping(wire, keyspace, stamps, lifespan);
        this.prolonging = new Prolonging(keyspace, reading, lifespan);
    }

    private static Set<Ability> with(Set<Ability> abilities, Ability further) {
        EnumSet<Ability> more = EnumSet.of(further);
        more.addAll(abilities);
        return Collections.unmodifiableSet(more);
    }

    @Override
    public @Nullable ByteEntry read(ByteKey key) {
        return failures.reading(() -> joined.read(key), null);
    }

    @Override
    public List<@Nullable ByteEntry> readAll(List<ByteKey> keys) {
        List<@Nullable ByteEntry> found = failures.reading(() -> reading.all(keys), null);
        return found == null ? Collections.nCopies(keys.size(), null) : found;
    }

    @Override
    public @Nullable ByteEntry exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        return failures.writing(() -> exchanging.one(key, expected, next, SILENCE));
    }

    @Override
    public List<@Nullable ByteEntry> exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges) {
        return Objects.requireNonNull(
                failures.writing(() -> exchanging.all(exchanges, Collections.nCopies(exchanges.size(), SILENCE))));
    }

    @Override
    public @Nullable ByteEntry exchange(
            ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next, byte[] notice) {
        return failures.writing(() -> exchanging.one(key, expected, next, telling.sealed(notice)));
    }

    @Override
    public List<@Nullable ByteEntry> exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, List<byte[]> notices) {
        List<byte[]> sealed = notices.stream().map(telling::sealed).toList();
        return Objects.requireNonNull(failures.writing(() -> exchanging.all(exchanges, sealed)));
    }

    @Override
    public void listen(Consumer<byte[]> ear) {
        telling.listen(ear);
    }

    @Override
    public @Nullable ByteEntry swap(ByteKey key, @Nullable ByteEntry next) {
        return failures.writing(() -> writing.swap(key, next));
    }

    @Override
    public void put(ByteKey key, ByteEntry next) {
        failures.writing(() -> joined.put(key, next));
    }

    @Override
    public void putAll(Map<ByteKey, ByteEntry> entries) {
        failures.writing(() -> writing.putAll(entries));
    }

    @Override
    public Stamped read(ByteKey key, TagQuery query) {
        Stamped found = failures.reading(() -> tagged.read(key, query), null);
        return found == null ? new Stamped(null, null) : found;
    }

    @Override
    public StampedAll readAll(List<ByteKey> keys, TagQuery query) {
        StampedAll found = failures.reading(() -> tagged.readAll(keys, query), null);
        return found == null ? new StampedAll(Collections.nCopies(keys.size(), null), null) : found;
    }

    @Override
    public Stamped exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next, TagQuery query) {
        return Objects.requireNonNull(failures.writing(() -> tagged.exchange(key, expected, next, query)));
    }

    @Override
    public StampedAll exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, TagQuery query) {
        return Objects.requireNonNull(failures.writing(() -> tagged.exchangeAll(exchanges, query)));
    }

    @Override
    public Stamped swap(ByteKey key, @Nullable ByteEntry next, TagQuery query) {
        return Objects.requireNonNull(failures.writing(() -> tagged.swap(key, next, query)));
    }

    @Override
    public long @Nullable [] put(ByteKey key, ByteEntry next, TagQuery query) {
        return failures.writing(() -> tagged.put(key, next, query));
    }

    @Override
    public long @Nullable [] putAll(Map<ByteKey, ByteEntry> entries, TagQuery query) {
        return failures.writing(() -> tagged.putAll(entries, query));
    }

    @Override
    public @Nullable ByteEntry readTouching(ByteKey key, long now, long expiry) {
        return readAllTouching(List.of(key), now, expiry).get(0);
    }

    @Override
    public List<@Nullable ByteEntry> readAllTouching(List<ByteKey> keys, long now, long expiry) {
        List<@Nullable ByteEntry> found = failures.reading(() -> prolonging.all(keys, now, expiry), null);
        return found == null ? Collections.nCopies(keys.size(), null) : found;
    }

    @Override
    public void putKeeping(ByteKey key, ByteEntry next, long now) {
        failures.writing(() -> keeping.put(key, next, now));
    }

    @Override
    public void putAllKeeping(Map<ByteKey, ByteEntry> entries, long now) {
        failures.writing(() -> keeping.putAll(entries, now));
    }

    @Override
    public @Nullable ByteEntry swapKeeping(ByteKey key, ByteEntry next, long now) {
        return failures.writing(() -> keeping.swap(key, next, now));
    }

    @Override
    public void keepExpired(BooleanSupplier wanted) {
        lifespan.keepExpired(wanted);
    }

    @Override
    public void clear() {
        failures.writing(stamps::renewAll);
        reclaiming.begin();
    }

    @Override
    public void destroy() {
        failures.writing(stamps::forgetAll);
        reclaiming.begin();
    }

    @Override
    public Iterator<Map.Entry<ByteKey, ByteEntry>> iterator() {
        return new Cursor(new Walk(wire, keyspace, sizes.scanCount()), new Reading(wire, keyspace, stamps, false));
    }

    @Override
    public Set<Ability> abilities() {
        return telling.isOn() ? TELLING : ABILITIES;
    }

    @Override
    public boolean mayHoldOwnLifetimes() {
        return stamps.ownLifetimes().mayBe();
    }

    @Override
    public void announceOwnLifetimes() {
        failures.writing(stamps.ownLifetimes()::announce);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public int maxKeyBytes() {
        return sizes.maxKeyBytes();
    }

    @Override
    public int maxEntryBytes() {
        return sizes.maxEntryBytes();
    }

    @Override
    public boolean wantsRoom() {
        return true;
    }

    @Override
    public <T> @Nullable T unwrap(Class<T> type) {
        return type.isInstance(wire.client()) ? type.cast(wire.client()) : null;
    }

    @Override
    public void close() {
        telling.stop();
    }
}
