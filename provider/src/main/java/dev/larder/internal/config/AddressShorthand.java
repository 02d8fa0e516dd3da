package dev.larder.internal.config;

import dev.larder.spi.StoreAddress;
import java.util.regex.Pattern;

/** Parses store addresses where a manager's name cannot be meant, with a short form for a bare scheme. */
final class AddressShorthand {
    // In YAML a plain value may not end in a colon, so heap: would need quotes there.
    private static final Pattern SCHEME_ALONE = Pattern.compile("[a-zA-Z][\\w+-]*");

    private AddressShorthand() {}

    /**
     * Parses an address; {@code heap} stands for {@code heap:}.
     *
     * @throws IllegalArgumentException if it is none
     */
    static StoreAddress parse(String text) {
        if (SCHEME_ALONE.matcher(text).matches()) {
            return StoreAddress.parse(text + ":");
        }
        if (ConfigurationFiles.schemeOf(text).isEmpty()) {
            throw new IllegalArgumentException("'" + StoreAddress.masked(text)
                    + "' is neither a store address, such as heap: or redis://host:6379,"
                    + " nor a configuration file, which ends in .yaml");
        }
        return StoreAddress.parse(text);
    }
}
