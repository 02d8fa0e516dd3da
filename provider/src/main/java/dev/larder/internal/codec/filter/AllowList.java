package dev.larder.internal.codec.filter;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A list of classes that may be written and read, by name. {@code com.acme.Order} is a class with its nested classes,
 * {@code com.acme.*} a package, {@code com.acme.**} a package with its sub-packages, and {@code *} everything.
 * {@code *} is unsafe if others can write to the store: bytes may then name any class on the class path. Immutable,
 * thread-safe.
 */
public final class AllowList {
    /** An empty list. */
    public static final AllowList NONE = new AllowList(List.of());

    private static final Pattern NAME =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$-]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$-]*)*");

    private final Set<String> classes = new HashSet<>();
    private final Set<String> packages = new HashSet<>();
    private final Set<String> trees = new HashSet<>();
    private final boolean everything;

    private AllowList(Collection<String> patterns) {
        patterns.forEach(this::add);
        everything = patterns.contains("*");
    }

    /**
     * Parses patterns separated by commas, as in the setting {@code larder.allow}.
     *
     * @throws IllegalArgumentException if a pattern has none of the four forms
     */
    public static AllowList parse(String patterns) {
        return of(Arrays.stream(patterns.split(",", -1))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .toList());
    }

    /**
     * Creates a list from single patterns.
     *
     * @throws IllegalArgumentException if a pattern has none of the four forms
     */
    public static AllowList of(Collection<String> patterns) {
        return new AllowList(patterns);
    }

    /** Whether a class is on the list. For an array, the caller passes the name of its element type. */
    public boolean allows(String className) {
        return everything || allowsClass(className) || allowsPackage(className);
    }

    private void add(String pattern) {
        if (pattern.equals("*")) {
            return;
        }
        if (pattern.endsWith(".**")) {
            trees.add(named(pattern, 3));
        } else if (pattern.endsWith(".*")) {
            packages.add(named(pattern, 2));
        } else {
            classes.add(named(pattern, 0));
        }
    }

    private static String named(String pattern, int tail) {
        String name = pattern.substring(0, pattern.length() - tail);
        if (NAME.matcher(name).matches()) {
            return name;
        }
        throw new IllegalArgumentException("class pattern '" + pattern
                + "' is malformed; it takes a class (com.acme.Order), a package (com.acme.*), a package and those"
                + " below it (com.acme.**) or * for everything, which is unsafe");
    }

    private boolean allowsClass(String name) {
        for (int end = name.length(); end > 0; end = name.lastIndexOf('$', end - 1)) {
            if (classes.contains(name.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private boolean allowsPackage(String name) {
        int end = name.lastIndexOf('.');
        if (end > 0 && packages.contains(name.substring(0, end))) {
            return true;
        }
        for (; end > 0; end = name.lastIndexOf('.', end - 1)) {
            if (trees.contains(name.substring(0, end))) {
                return true;
            }
        }
        return false;
    }
}
