package dev.larder.internal;

import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Creates objects of application classes that settings name. */
public final class NamedClass {
    private NamedClass() {}

    /**
     * Creates an object of the class that a setting names, by its public constructor without parameters.
     *
     * @throws IllegalArgumentException naming the setting, the class and the requirements
     */
    public static <T> T newInstance(String setting, String name, Class<T> type, ClassLoader loader) {
        try {
            Class<?> found = Class.forName(name, true, loader);
            if (!type.isAssignableFrom(found)) {
                throw wrong(setting, name, "which is not a " + type.getName(), null);
            }
            return type.cast(found.getConstructor().newInstance());
        } catch (InvocationTargetException thrown) {
            throw wrong(setting, name, "whose constructor threw " + thrown.getCause(), thrown.getCause());
        } catch (ReflectiveOperationException | LinkageError unusable) {
            throw wrong(
                    setting,
                    name,
                    "which cannot be instantiated; it takes a public class with a public constructor without"
                            + " parameters",
                    unusable);
        }
    }

    /** Whether a name is that of a class of this type. The class is not initialised. */
    public static boolean isOfType(String name, Class<?> type, ClassLoader loader) {
        try {
            return type.isAssignableFrom(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError unusable) {
            return false;
        }
    }

    private static IllegalArgumentException wrong(String setting, String name, String why, @Nullable Throwable cause) {
        return new IllegalArgumentException("setting '" + setting + "' names " + name + ", " + why, cause);
    }
}
