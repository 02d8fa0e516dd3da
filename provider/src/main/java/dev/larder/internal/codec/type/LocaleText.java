package dev.larder.internal.codec.type;

import java.util.Locale;

/**
 * Writes a locale as text without loss, while Kryo's own serializer omits script and extensions. The language tag loses
 * parts that are legal in Java but ill-formed by BCP 47, and three historical locales. If the tag does not lead back to
 * the locale, the parts are written separately.
 */
final class LocaleText {
    private static final String PARTS = "\n";

    /** Precedes the lengths of language and country if a part contains a line break. */
    private static final String LENGTHS = "\t";

    private LocaleText() {}

    static String write(Locale locale) {
        String tag = locale.toLanguageTag();
        if (Locale.forLanguageTag(tag).equals(locale)) {
            return tag;
        }
        String language = locale.getLanguage();
        String country = locale.getCountry();
        String parts = PARTS + language + PARTS + country + PARTS + locale.getVariant();
        return parts.chars().filter(each -> each == PARTS.charAt(0)).count() == 3
                ? parts
                : LENGTHS
                        + language.length()
                        + LENGTHS
                        + country.length()
                        + LENGTHS
                        + language
                        + country
                        + locale.getVariant();
    }

    static Locale read(String text) {
        if (!text.startsWith(PARTS) && !text.startsWith(LENGTHS)) {
            return Locale.forLanguageTag(text);
        }
        if (text.startsWith(LENGTHS)) {
            return ofLengths(text.split(LENGTHS, 4));
        }
        String[] parts = text.split(PARTS, -1);
        return new Locale(parts[1], parts[2], parts[3]);
    }

    private static Locale ofLengths(String[] fields) {
        int language = Integer.parseInt(fields[1]);
        int country = language + Integer.parseInt(fields[2]);
        String all = fields[3];
        return new Locale(all.substring(0, language), all.substring(language, country), all.substring(country));
    }
}
