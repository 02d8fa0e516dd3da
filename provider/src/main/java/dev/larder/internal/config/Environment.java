package dev.larder.internal.config;

import org.jspecify.annotations.Nullable;

/** What the process was started with. */
public interface Environment {
    /** This process's system properties and environment. */
    Environment PROCESS = new Environment() {
        @Override
        public @Nullable String property(String name) {
            return System.getProperty(name);
        }

        @Override
        public @Nullable String variable(String name) {
            return System.getenv(name);
        }
    };

    /** A system property, null if it is not set. */
    @Nullable
    String property(String name);

    /** An environment variable, null if it is not set. */
    @Nullable
    String variable(String name);
}
