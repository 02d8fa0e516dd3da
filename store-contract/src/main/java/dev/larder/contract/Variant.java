package dev.larder.contract;

/** In what guise the backend is tried: as it is, without its abilities, or with exchanges lost to others. */
public enum Variant {
    NATIVE(""),
    PLAIN("plain+"),
    FLAKY("flaky+");

    private final String prefix;

    Variant(String prefix) {
        this.prefix = prefix;
    }

    public String of(String address) {
        return prefix + address;
    }
}
