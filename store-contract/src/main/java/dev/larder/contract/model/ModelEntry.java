package dev.larder.contract.model;

import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/** The entry that the model passes to a processor. Only the net effect counts. */
final class ModelEntry implements MutableEntry<String, Integer> {
    private final Model model;
    private final String key;
    private final @Nullable Integer stored;
    private @Nullable Integer value;
    private Net net = Net.NOTHING;

    /** The net effect, applied when the processor has returned. */
    private enum Net {
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
        if (net == Net.NOTHING && stored != null) {
            net = Net.ACCESS;
        } else if (net == Net.NOTHING && model.readsThrough()) {
            value = model.fetch(key);
            net = value == null ? Net.NOTHING : Net.LOAD;
        }
        return value;
    }

    @Override
    public void setValue(Integer next) {
        value = next;
        net = Net.PUT;
    }

    @Override
    public void remove() {
        boolean onlyHere = stored == null && (net == Net.PUT || net == Net.LOAD);
        value = null;
        net = onlyHere ? Net.UNDONE : Net.REMOVE;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new IllegalArgumentException("the model has nothing to unwrap");
    }

    void settle() {
        Integer last = value;
        switch (net) {
            case NOTHING, UNDONE -> {}
            case ACCESS -> model.access(key);
            case REMOVE -> model.remove(key);
            case LOAD, PUT -> keep(last == null ? 0 : last);
        }
    }

    private void keep(int last) {
        if (net == Net.LOAD) {
            model.store(key, last);
        } else {
            model.put(key, last);
        }
    }
}
