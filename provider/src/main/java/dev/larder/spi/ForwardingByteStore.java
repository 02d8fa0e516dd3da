package dev.larder.spi;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A byte store that passes every call on to another one. A decorator overrides what it changes. */
public abstract class ForwardingByteStore implements ByteStore {
    private final ByteStore delegate;

    public ForwardingByteStore(ByteStore delegate) {
        this.delegate = delegate;
    }

    @Override
    public Reply read(List<ByteKey> keys, ReadOptions options) {
        return delegate.read(keys, options);
    }

    @Override
    public Reply write(List<Write> writes, WriteOptions options) {
        return delegate.write(writes, options);
    }

    @Override
    public void listen(Consumer<byte[]> listener) {
        delegate.listen(listener);
    }

    @Override
    public void clear() {
        delegate.clear();
    }

    @Override
    public void destroy() {
        delegate.destroy();
    }

    @Override
    public Iterator<Map.Entry<ByteKey, ByteEntry>> iterator() {
        return delegate.iterator();
    }

    @Override
    public Set<Ability> abilities() {
        return delegate.abilities();
    }

    @Override
    public int maxKeyBytes() {
        return delegate.maxKeyBytes();
    }

    @Override
    public int maxEntryBytes() {
        return delegate.maxEntryBytes();
    }

    @Override
    public boolean wantsRoom() {
        return delegate.wantsRoom();
    }

    @Override
    public void keepExpired(BooleanSupplier wanted) {
        delegate.keepExpired(wanted);
    }

    @Override
    public boolean mayHoldOwnLifetimes() {
        return delegate.mayHoldOwnLifetimes();
    }

    @Override
    public void announceOwnLifetimes() {
        delegate.announceOwnLifetimes();
    }

    @Override
    public boolean isShared() {
        return delegate.isShared();
    }

    @Override
    public long evictions() {
        return delegate.evictions();
    }

    @Override
    public <T> @Nullable T unwrap(Class<T> type) {
        return delegate.unwrap(type);
    }

    @Override
    public void close() {
        delegate.close();
    }
}
