package dev.larder.contract.model;

import javax.cache.processor.EntryProcessor;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/**
 * An entry processor that runs the letters of a text in order: {@code e} calls exists, {@code g} gets, {@code s} sets
 * the argument, {@code i} sets one more than that or than the last {@code i}, {@code r} removes. The result is what it
 * saw, null if it looked at nothing.
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
