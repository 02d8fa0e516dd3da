package dev.larder.internal.engine.store;

import dev.larder.internal.codec.copy.Copier;

/** Copies by reference: each copy is the object itself. */
public final class IdentityCopier implements Copier {
    public static final IdentityCopier INSTANCE = new IdentityCopier();

    private IdentityCopier() {}

    @Override
    public <T> T copy(T value) {
        return value;
    }

    @Override
    public boolean isImmutable(Object value) {
        return true;
    }
}
