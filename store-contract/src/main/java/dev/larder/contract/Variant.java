package dev.larder.contract;

/** A variant of the backend under test: as it is, without its abilities, or with lost exchanges. */
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
