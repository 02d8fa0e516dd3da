package dev.larder.internal.config;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Properties and variables as a test sets them. */
final class FakeEnvironment implements Environment {
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();

    FakeEnvironment property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    FakeEnvironment variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    @Override
    public @Nullable String property(String name) {
        return properties.get(name);
    }

    @Override
    public @Nullable String variable(String name) {
        return variables.get(name);
    }
}
