package dev.larder.internal.codec;

/** Values as streams of Java serialisation, behind the gate. */
final class StreamForm implements Form {
    private final Gate gate;
    private final ClassLoader loader;

    StreamForm(Gate gate, ClassLoader loader) {
        this.gate = gate;
        this.loader = loader;
    }

    @Override
    public int number() {
        return Layout.STREAM;
    }

    @Override
    public byte[] write(Object value) {
        return Streams.write(value, gate, met -> {});
    }

    @Override
    public Object read(byte[] bytes, int from) {
        return Streams.read(bytes, from, gate, loader, new Budget(bytes.length - from));
    }
}
