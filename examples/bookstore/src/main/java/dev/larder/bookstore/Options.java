package dev.larder.bookstore;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The words of a command line as named values: {@code --name value} or {@code --name=value}. */
final class Options {
    private final Map<String, String> values = new HashMap<>();
    private boolean help;

    private Options() {}

    /**
     * Reads the words.
     *
     * @throws IllegalArgumentException if a word is no known name or its value is missing
     */
    static Options read(List<String> words, Set<String> names) {
        Options options = new Options();
        for (Iterator<String> left = words.iterator(); left.hasNext(); ) {
            options.take(left.next(), left, names);
        }
        return options;
    }

    private void take(String word, Iterator<String> left, Set<String> names) {
        if (word.equals("--help") || word.equals("-h")) {
            help = true;
            return;
        }
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        if (!name.startsWith("--") || !names.contains(name.substring(2))) {
            throw new IllegalArgumentException("unknown argument '" + word + "'; there are --help, --"
                    + String.join(", --", new TreeSet<>(names)));
        }
        if (equals < 0 && !left.hasNext()) {
            throw new IllegalArgumentException("argument '" + name + "' has no value; write " + name + " <value>");
        }
        values.put(name.substring(2), equals < 0 ? left.next() : word.substring(equals + 1));
    }

    boolean help() {
        return help;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A whole number between two bounds, {@code 1_000} and {@code 1000} alike. */
    long number(String name, long preset, long least, long most) {
        return text(name).map(text -> number(name, text, least, most)).orElse(preset);
    }

    private static long number(String name, String text, long least, long most) {
        String digits = text.replace("_", "");
        if (digits.matches("[0-9]{1,18}")) {
            long number = Long.parseLong(digits);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "argument '--%s' is '%s'; it takes a whole number from %,d to %,d",
                name,
                text,
                least,
                most));
    }
}
