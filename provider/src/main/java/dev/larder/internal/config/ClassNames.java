package dev.larder.internal.config;

import javax.cache.configuration.Factory;
import org.jspecify.annotations.Nullable;

/** Turns the class names of a YAML mapping into classes and factories. */
final class ClassNames {
    private final YamlMapping yamlMapping;
    private final ClassLoader loader;

    ClassNames(YamlMapping yamlMapping, ClassLoader loader) {
        this.yamlMapping = yamlMapping;
        this.loader = loader;
    }

    /** The class under a key, {@code Object} if there is none. */
    Class<?> type(String key) {
        String name = yamlMapping.text(key);
        return name == null ? Object.class : load(key, name);
    }

    /** Makes a factory from the class under a key: a {@code product}, or a factory of it; null if absent. */
    @SuppressWarnings("unchecked")
    <T> @Nullable Factory<T> factory(String key, Class<T> product) {
        String name = yamlMapping.text(key);
        if (name == null) {
            return null;
        }
        Class<?> type = load(key, name);
        if (product.isAssignableFrom(type)) {
            return new ConstructorFactory<>((Class<T>) type);
        }
        if (Factory.class.isAssignableFrom(type)) {
            return (Factory<T>) new ConstructorFactory<>(type).create();
        }
        throw yamlMapping.invalidValue(
                key, "a class that implements " + product.getSimpleName() + ", or a Factory that creates one");
    }

    private Class<?> load(String key, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError missing) {
            IllegalArgumentException wrong =
                    yamlMapping.invalidValue(key, "the full name of a class that the manager's class loader finds");
            wrong.initCause(missing);
            throw wrong;
        }
    }
}
