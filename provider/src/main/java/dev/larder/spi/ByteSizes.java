package dev.larder.spi;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses amounts of bytes such as {@code 4096}, {@code 64k}, {@code 8m} or {@code 1g}. */
final class ByteSizes {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\s*([kmg]?)b?");

    private ByteSizes() {}

    static long parse(Settings settings, String name, long preset, long most) {
        String text = settings.text(name);
        if (text == null) {
            return preset;
        }
        Matcher form = FORM.matcher(text.trim().toLowerCase(Locale.ROOT).replace("_", ""));
        if (form.matches()) {
            long amount = Long.parseLong(form.group(1));
            int shift = shift(form.group(2));
            if (amount > 0 && amount <= most >> shift) {
                return amount << shift;
            }
        }
        throw settings.invalid(name, "bytes such as 4096, 64k, 8m or 1g, from 1 to " + most);
    }

    private static int shift(String unit) {
        return switch (unit) {
            case "k" -> 10;
            case "m" -> 20;
            case "g" -> 30;
            default -> 0;
        };
    }
}
