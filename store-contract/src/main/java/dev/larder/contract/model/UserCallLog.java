package dev.larder.contract.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Records calls of user code as text. Thread-safe. */
final class UserCallLog {
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    void add(String call) {
        calls.add(call);
    }

    /** Returns the calls recorded since the last call, in alphabetical order, and removes them. */
    List<String> drain() {
        synchronized (calls) {
            List<String> taken = calls.stream().sorted().toList();
            calls.clear();
            return taken;
        }
    }
}
