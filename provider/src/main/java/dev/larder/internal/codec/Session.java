package dev.larder.internal.codec;

/** What one thread needs to write or read a record. Thrown away after any exception. */
record Session(Graph graph, RecordOutput out, CheckedInput in) {

    static Session of(Vocabulary vocabulary) {
        return new Session(Graph.of(vocabulary), new RecordOutput(), new CheckedInput());
    }
}
