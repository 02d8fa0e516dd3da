package dev.larder.internal.codec.kryo;

/**
 * Starts Kryo without its access to {@code sun.misc.Unsafe}. From JDK 24 on the JVM prints warnings when Kryo looks at
 * that class on startup. Larder uses none of the features that need it.
 */
final class KryoStartup {
    private static final String SWITCH = "kryo.unsafe";

    static {
        if (Runtime.version().feature() >= 24 && System.getProperty(SWITCH) == null) {
            System.setProperty(SWITCH, "false");
            try {
                Class.forName("com.esotericsoftware.kryo.util.Util", true, KryoStartup.class.getClassLoader());
            } catch (ClassNotFoundException impossible) {
                throw new IllegalStateException(impossible);
            } finally {
                System.clearProperty(SWITCH);
            }
        }
    }

    private KryoStartup() {}

    /** Returns once Kryo has been started. */
    static void ensure() {}
}
