package dev.larder.internal.config;

import org.jspecify.annotations.Nullable;

/** The system properties and environment variables of a process. */
public interface Environment {
    /** The system properties and environment variables of this process. */
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
