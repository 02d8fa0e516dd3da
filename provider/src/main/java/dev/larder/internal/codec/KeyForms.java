package dev.larder.internal.codec;

/** Keys in their canonical form. Thread-safe. */
final class KeyForms {
    private final KeyShapes shapes = new KeyShapes();

    /** Whether a class of keys is a framework's, whose equality is known to be one of contents. */
    private final ClassTable<Boolean> frameworks = new ClassTable<>();

    private final Vocabulary vocabulary;
    private final Gate gate;

    KeyForms(Vocabulary vocabulary, Gate gate) {
        this.vocabulary = vocabulary;
        this.gate = gate;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    EncodedKey encode(Object key) {
        KeyWriter writer = writerOf(key);
        byte[] form = writer.bytes();
        byte[] extras = writer.extras();
        if (!writer.untried().isEmpty() || (writer.isDoubtful() && !isFrameworks(key.getClass()))) {
            requireReturn(key, form, extras);
            writer.untried().forEach(shapes::setTried);
        }
        byte[] bytes = new byte[KeyText.FORM.length + form.length];
        System.arraycopy(KeyText.FORM, 0, bytes, 0, KeyText.FORM.length);
        System.arraycopy(form, 0, bytes, KeyText.FORM.length, form.length);
        return new EncodedKey(bytes, extras);
    }

    Object decode(byte[] form, byte[] extras) {
        return new KeyReader(shapes, vocabulary, gate).read(form, extras);
    }

    private KeyWriter writerOf(Object key) {
        if (key.getClass().isArray()) {
            throw new CodecException("arrays are equal only to themselves; use a list, or a record around a list");
        }
        return new KeyWriter(shapes, gate).write(key);
    }

    private boolean isFrameworks(Class<?> type) {
        Boolean known = frameworks.get(type);
        if (known == null) {
            known = DefaultTypes.isFramework(type.getName());
            frameworks.put(type, known);
        }
        return known;
    }

    private void requireReturn(Object key, byte[] form, byte[] extras) {
        Object back;
        try {
            back = decode(form, extras);
        } catch (RuntimeException | LinkageError failure) {
            throw new CodecException("it cannot be made anew from its bytes: " + failure.getMessage(), failure);
        }
        if (!back.equals(key) || !key.equals(back) || back.hashCode() != key.hashCode()) {
            throw new CodecException(
                    "made anew from its fields it is not equal to itself, so equal keys could not be told"
                            + " by their bytes (does its equality depend on an array, a transient field or an object without"
                            + " equals?); use a record, a string or a number as key");
        }
    }
}
