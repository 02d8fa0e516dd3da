package dev.larder.internal.codec.stream;

import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.record.ObjectWeights;
import dev.larder.internal.codec.record.RecordBudget;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scans a stream of Java serialisation before any object is created from it. It follows the grammar (Java Object
 * Serialization Specification, chapter 6) and charges what the hash tables and sorted collections will cost to the
 * budget.
 *
 * <p>The specification demands that a class writes its fields before data of its own. A class that omits its fields
 * cannot be distinguished. The scan therefore first assumes that the fields were written, and retries without them if
 * that fails.
 */
final class StreamScan {
    private static final int MAX_DEPTH = 500;
    private static final int MOST_RETRIES = 100;
    private static final int FIRST_HANDLE = 0x7E0000;
    private static final int HAS_DATA = 1;
    private static final int IS_EXTERNAL = 4;
    private static final int HAS_BLOCKS = 8;

    private static final int NULL = 0x70;
    private static final int REFERENCE = 0x71;
    private static final int CLASS = 0x72;
    private static final int OBJECT = 0x73;
    private static final int STRING = 0x74;
    private static final int ARRAY = 0x75;
    private static final int CLASS_OBJECT = 0x76;
    private static final int BLOCK = 0x77;
    private static final int END = 0x78;
    private static final int LONG_BLOCK = 0x7A;
    private static final int LONG_STRING = 0x7C;
    private static final int PROXY = 0x7D;
    private static final int ENUM = 0x7E;

    /** Classes that neither hash nor compare their elements. */
    private static final Set<String> LISTS = Set.of(
            "java.util.ArrayList",
            "java.util.LinkedList",
            "java.util.ArrayDeque",
            "java.util.Vector",
            "java.util.concurrent.CopyOnWriteArrayList");

    private final ByteBuffer in;
    private final RecordBudget recordBudget;
    private final ObjectWeights objectWeights = new ObjectWeights();
    private final List<@Nullable ClassDescription> handles = new ArrayList<>();
    private int depth;
    private int retries;

    private StreamScan(byte[] stream, int offset, RecordBudget recordBudget) {
        this.in = ByteBuffer.wrap(stream, offset, stream.length - offset);
        this.recordBudget = recordBudget;
    }

    /** A class description in the stream; the fields by their type codes. */
    private record ClassDescription(
            String name, int flags, String fields, @Nullable ClassDescription parent) {
        boolean has(int flag) {
            return (flags & flag) != 0;
        }
    }

    /** Thrown if the bytes are no valid stream, or one that this scan cannot follow. */
    private static final class ScanException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ScanException() {
            super(null, null, false, false);
        }
    }

    /**
     * @throws UndecodableException if reading the stream would exceed the budget, or if it is invalid
     */
    static void spend(byte[] stream, int offset, RecordBudget recordBudget) {
        try {
            StreamScan scan = new StreamScan(stream, offset, recordBudget);
            scan.in.getInt();
            scan.content();
        } catch (ScanException | BufferUnderflowException | IndexOutOfBoundsException malformed) {
            throw new UndecodableException("a stream does not follow the rules of Java serialisation");
        }
    }

    private long weight() {
        return objectWeights.at(in.position());
    }

    /** Scans the next item. Returns false at the end marker of a block of contents. */
    private boolean content() {
        if (++depth > MAX_DEPTH) {
            throw new UndecodableException("a stream is nested more than " + MAX_DEPTH + " deep");
        }
        int begin = in.position();
        int tag = in.get() & 0xFF;
        switch (tag) {
            case NULL -> {}
            case REFERENCE -> refer();
            case CLASS, PROXY -> desc(tag);
            case OBJECT -> object(begin);
            case STRING -> string(in.getShort() & 0xFFFF);
            case LONG_STRING -> string(in.getLong());
            case ARRAY -> array(begin);
            case CLASS_OBJECT -> constant();
            case ENUM -> {
                constant();
                content();
            }
            case BLOCK -> skip(in.get() & 0xFF);
            case LONG_BLOCK -> skip(in.getInt());
            case END -> {}
            default -> throw new ScanException();
        }
        depth--;
        return tag != END;
    }

    private void constant() {
        desc(in.get() & 0xFF);
        objectWeights.end(begun(), weight(), in.position());
    }

    private int begun() {
        int handle = handles.size();
        handles.add(null);
        objectWeights.begin(handle, in.position());
        return handle;
    }

    private void refer() {
        int handle = in.getInt() - FIRST_HANDLE;
        if (handle < 0 || handle >= handles.size()) {
            throw new ScanException();
        }
        objectWeights.begin(handles.size(), in.position());
        objectWeights.addReference(handle);
    }

    private void string(long length) {
        long begin = weight();
        int handle = begun();
        skip(length);
        objectWeights.end(handle, begin, in.position());
    }

    private void skip(long bytes) {
        if (bytes < 0 || bytes > in.remaining()) {
            throw new ScanException();
        }
        in.position(in.position() + (int) bytes);
    }

    private @Nullable ClassDescription desc(int tag) {
        return switch (tag) {
            case NULL -> null;
            case REFERENCE -> described();
            case CLASS -> newDesc();
            case PROXY -> newProxy();
            default -> throw new ScanException();
        };
    }

    private ClassDescription described() {
        ClassDescription classDescription = handles.get(in.getInt() - FIRST_HANDLE);
        if (classDescription == null) {
            throw new ScanException();
        }
        return classDescription;
    }

    private ClassDescription newDesc() {
        String name = utf();
        in.getLong();
        int handle = begun();
        int flags = in.get();
        StringBuilder fields = new StringBuilder();
        for (int left = in.getShort() & 0xFFFF; left > 0; left--) {
            char type = (char) in.get();
            utf();
            if (type == 'L' || type == '[') {
                content();
            }
            fields.append(type);
        }
        annotation();
        ClassDescription classDescription = new ClassDescription(name, flags, fields.toString(), desc(in.get() & 0xFF));
        handles.set(handle, classDescription);
        return classDescription;
    }

    private ClassDescription newProxy() {
        int handle = begun();
        for (int left = in.getInt(); left > 0; left--) {
            utf();
        }
        annotation();
        ClassDescription classDescription = new ClassDescription("", 0, "", desc(in.get() & 0xFF));
        handles.set(handle, classDescription);
        return classDescription;
    }

    private String utf() {
        int length = in.getShort() & 0xFFFF;
        int start = in.position();
        skip(length);
        return new String(in.array(), start, length, StandardCharsets.ISO_8859_1);
    }

    private void annotation() {
        while (content()) {
            // Data that a class adds itself.
        }
    }

    private void object(int begin) {
        ClassDescription classDescription = desc(in.get() & 0xFF);
        long from = objectWeights.at(begin);
        int handle = begun();
        if (classDescription == null) {
            throw new ScanException();
        }
        data(classDescription);
        objectWeights.end(handle, from, in.position());
    }

    private void data(ClassDescription classDescription) {
        if (classDescription.parent() != null) {
            data(classDescription.parent());
        }
        if (classDescription.has(IS_EXTERNAL)) {
            if (!classDescription.has(HAS_BLOCKS)) {
                throw new ScanException();
            }
            annotation();
            return;
        }
        if (classDescription.has(HAS_DATA)) {
            fieldsAndElements(classDescription);
        } else {
            fields(classDescription);
        }
    }

    private void fields(ClassDescription classDescription) {
        for (int i = 0; i < classDescription.fields().length(); i++) {
            value(classDescription.fields().charAt(i));
        }
    }

    private void fieldsAndElements(ClassDescription classDescription) {
        int position = in.position();
        int known = handles.size();
        int level = depth;
        long weight = weight();
        try {
            fields(classDescription);
            elements(classDescription);
        } catch (ScanException | BufferUnderflowException | IndexOutOfBoundsException withoutFields) {
            if (classDescription.fields().isEmpty() || ++retries > MOST_RETRIES) {
                throw withoutFields;
            }
            in.position(position);
            handles.subList(known, handles.size()).clear();
            depth = level;
            objectWeights.resetTo(weight, position);
            elements(classDescription);
        }
    }

    private void elements(ClassDescription classDescription) {
        long begin = weight();
        int count = 0;
        while (content()) {
            count++;
        }
        if (!LISTS.contains(classDescription.name())) {
            recordBudget.work(
                    weight() - begin, 1 + (classDescription.name().equals("java.util.TreeMap") ? bits(count) : 0));
        }
    }

    private static int bits(int count) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(count);
    }

    private void value(char type) {
        switch (type) {
            case 'B', 'Z' -> skip(1);
            case 'C', 'S' -> skip(2);
            case 'I', 'F' -> skip(4);
            case 'J', 'D' -> skip(8);
            case 'L', '[' -> held();
            default -> throw new ScanException();
        }
    }

    private void held() {
        int tag = in.get(in.position()) & 0xFF;
        if (tag == BLOCK || tag == LONG_BLOCK || tag == END) {
            throw new ScanException();
        }
        content();
    }

    private void array(int begin) {
        ClassDescription classDescription = desc(in.get() & 0xFF);
        long from = objectWeights.at(begin);
        int handle = begun();
        int length = in.getInt();
        if (classDescription == null || classDescription.name().length() < 2 || length < 0) {
            throw new ScanException();
        }
        char type = classDescription.name().charAt(1);
        for (int left = length; left > 0; left--) {
            value(type);
        }
        objectWeights.end(handle, from, in.position());
    }
}
