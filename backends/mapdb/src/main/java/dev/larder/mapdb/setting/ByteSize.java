package dev.larder.mapdb.setting;

import dev.larder.spi.Settings;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts of bytes as settings give them: {@code 4096}, {@code 64k}, {@code 8m}, {@code 1g}. */
final class ByteSize {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\s*([kmg]?)b?");

    private ByteSize() {}

    static long of(Settings settings, String name, long defaultSize) {
        String text = settings.text(name);
        if (text == null) {
            return defaultSize;
        }
        Matcher form = FORM.matcher(text.trim().toLowerCase(Locale.ROOT).replace("_", ""));
        long bytes = form.matches() ? Long.parseLong(form.group(1)) << shift(form.group(2)) : 0;
        if (bytes > 0) {
            return bytes;
        }
        throw new IllegalArgumentException(
                "setting '" + name + "' is '" + text + "'; it takes bytes such as 4096, 64k, 8m or 1g, above zero");
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
