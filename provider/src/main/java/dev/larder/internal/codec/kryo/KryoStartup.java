package dev.larder.internal.codec.kryo;

/**
 * From JDK 24 on Kryo would make the JVM print warnings as it looks at {@code sun.misc.Unsafe} when it
 * starts. We use none of its unsafe parts, so it need not look.
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
