package dev.larder.internal.config;

import java.util.regex.Pattern;

/** A cache's name, or a pattern in which {@code *} matches any text and {@code ?} one character. */
final class NamePattern {
    private final String text;
    private final Pattern pattern;

    NamePattern(String text) {
        this.text = text;
        this.pattern = Pattern.compile(regex(text), Pattern.DOTALL);
    }

    boolean isExact() {
        return literals() == text.length();
    }

    boolean matches(String name) {
        return pattern.matcher(name).matches();
    }

    /** The specificity of a pattern. If two patterns match, the one with the greater value is the closer. */
    int closeness() {
        return isExact() ? Integer.MAX_VALUE : literals();
    }

    private int literals() {
        return (int) text.chars().filter(each -> each != '*' && each != '?').count();
    }

    private static String regex(String text) {
        StringBuilder regex = new StringBuilder();
        text.codePoints().forEach(each -> regex.append(regex(each)));
        return regex.toString();
    }

    private static String regex(int character) {
        return switch (character) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(character));
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
