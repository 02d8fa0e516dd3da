package dev.larder.tck;

/** The parts of the TCK, with the number of their tests in version 1.1.1. */
enum Suite {
    /** The official 479, and the 2 of {@code FactoryBuilderTest1}, whose name keeps them out of the official set. */
    JCACHE("JCache", 481),
    ANNOTATIONS("Annotations", 12);

    private final String title;
    private final int expected;

    Suite(String title, int expected) {
        this.title = title;
        this.expected = expected;
    }

    static Suite of(String className) {
        return className.startsWith("org.jsr107.tck.annotation.") ? ANNOTATIONS : JCACHE;
    }

    String title() {
        return title;
    }

    int expected() {
        return expected;
    }
}
