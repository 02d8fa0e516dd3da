package dev.larder.internal.codec.failure;

/** Describes keys in messages. */
public final class KeyText {
    private static final int LONGEST = 100;

    private KeyText() {}

    /** A key with its class; only the class if it has no text. A long text is cut off. */
    public static String of(Object key) {
        String type = key.getClass().getName();
        try {
            String text = key.toString();
            String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
            return "key '" + start + "' of class " + type;
        } catch (RuntimeException | StackOverflowError withoutText) {
            return "a key of class " + type;
        }
    }
}
