package dev.larder.contract.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What user code was called for, taken down as text. Thread-safe. */
final class UserCallLog {
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    void add(String call) {
        calls.add(call);
    }

    /** What was taken down since the last look, in alphabetical order. */
    List<String> taken() {
        synchronized (calls) {
            List<String> taken = calls.stream().sorted().toList();
            calls.clear();
            return taken;
        }
    }
}
