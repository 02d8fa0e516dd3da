package dev.larder.contract.model;

import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/** The entry that the model passes to a processor. Only the net effect counts. */
final class ModelEntry implements MutableEntry<String, Integer> {
    private final Model model;
    private final String key;
    private final @Nullable Integer stored;
    private @Nullable Integer value;
    private NetEffect netEffect = NetEffect.NOTHING;

    /** The net effect, applied when the processor has returned. */
    private enum NetEffect {
        NOTHING,
        ACCESS,
        LOAD,
        PUT,
        REMOVE,
        UNDONE
    }

    ModelEntry(Model model, String key) {
        this.model = model;
        this.key = key;
        this.stored = model.peek(key);
        this.value = stored;
    }

    @Override
    public boolean exists() {
        return value != null;
    }

    @Override
    public String getKey() {
        return key;
    }

    @Override
    @SuppressWarnings("NullAway") // JSR-107 returns null where there is no value
    public Integer getValue() {
        if (netEffect == NetEffect.NOTHING && stored != null) {
            netEffect = NetEffect.ACCESS;
        } else if (netEffect == NetEffect.NOTHING && model.readsThrough()) {
            value = model.fetch(key);
            netEffect = value == null ? NetEffect.NOTHING : NetEffect.LOAD;
        }
        return value;
    }

    @Override
    public void setValue(Integer next) {
        value = next;
        netEffect = NetEffect.PUT;
    }

    @Override
    public void remove() {
        boolean onlyHere = stored == null && (netEffect == NetEffect.PUT || netEffect == NetEffect.LOAD);
        value = null;
        netEffect = onlyHere ? NetEffect.UNDONE : NetEffect.REMOVE;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new IllegalArgumentException("the model has nothing to unwrap");
    }

    void settle() {
        Integer last = value;
        switch (netEffect) {
            case NOTHING, UNDONE -> {}
            case ACCESS -> model.access(key);
            case REMOVE -> model.remove(key);
            case LOAD, PUT -> keep(last == null ? 0 : last);
        }
    }

    private void keep(int last) {
        if (netEffect == NetEffect.LOAD) {
            model.store(key, last);
        } else {
            model.put(key, last);
        }
    }
}
