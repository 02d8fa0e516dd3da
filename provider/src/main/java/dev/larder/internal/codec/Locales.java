package dev.larder.internal.codec;

import java.util.Locale;

/**
 * A locale as text. The language tag alone loses what is ill-formed by BCP 47 but legal in Java (and
 * three odd locales of old), so the parts are kept one by one where the tag does not lead back.
 */
final class Locales {
    private static final String PARTS = "\n";

    private Locales() {}

    static String write(Locale locale) {
        String tag = locale.toLanguageTag();
        return Locale.forLanguageTag(tag).equals(locale)
                ? tag
                : PARTS + locale.getLanguage() + PARTS + locale.getCountry() + PARTS + locale.getVariant();
    }

    static Locale read(String text) {
        if (!text.startsWith(PARTS)) {
            return Locale.forLanguageTag(text);
        }
        String[] parts = text.split(PARTS, -1);
        return new Locale(parts[1], parts[2], parts[3]);
    }
}
