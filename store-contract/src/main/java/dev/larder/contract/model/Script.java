package dev.larder.contract.model;

import javax.cache.processor.EntryProcessor;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/**
 * An entry processor that does what a text says, letter by letter: {@code e} exists, {@code g} get, {@code s}
 * set to the argument, {@code i} set to one more, {@code r} remove. Its result is what
 * it saw, null if it did not look.
 */
record Script(String text) implements EntryProcessor<String, Integer, @Nullable String> {

    @Override
    public @Nullable String process(MutableEntry<String, Integer> entry, Object... arguments) {
        int value = (Integer) arguments[0];
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case 'e' -> seen.append(entry.exists()).append(' ');
                case 'g' -> seen.append(entry.getValue()).append(' ');
                case 's' -> entry.setValue(value);
                case 'i' -> entry.setValue(++value);
                case 'r' -> entry.remove();
                default -> throw new IllegalArgumentException("script '" + text + "'");
            }
        }
        return seen.isEmpty() ? null : seen.toString();
    }
}
