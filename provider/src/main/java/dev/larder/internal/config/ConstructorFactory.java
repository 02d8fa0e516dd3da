package dev.larder.internal.config;

import java.lang.reflect.InvocationTargetException;
import javax.cache.CacheException;
import javax.cache.configuration.Factory;

/** Calls the constructor without parameters of a class that a configuration file names. */
record ConstructorFactory<T>(Class<? extends T> type) implements Factory<T> {
    @Override
    public T create() {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException thrown) {
            throw failure("threw " + thrown.getCause(), thrown);
        } catch (ReflectiveOperationException unusable) {
            throw failure(
                    "cannot be called; it takes a public class with a public constructor without parameters", unusable);
        }
    }

    private CacheException failure(String what, Exception cause) {
        return new CacheException("the constructor of " + type.getName() + " " + what, cause);
    }
}
