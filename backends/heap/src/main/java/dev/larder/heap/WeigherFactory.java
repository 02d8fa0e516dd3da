package dev.larder.heap;

import dev.larder.spi.Weigher;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;

/** Finds the weigher that a setting names. */
final class WeigherFactory {
    private static final String SIZE = "size";

    private WeigherFactory() {}

    /** Returns the weigher {@code size}, or a new instance of the named class. */
    static Weigher named(String name, ClassLoader loader) {
        return name.equals(SIZE) ? WeigherFactory::size : newInstance(name, loader);
    }

    private static Weigher newInstance(String name, ClassLoader loader) {
        try {
            return Class.forName(name, true, loader)
                    .asSubclass(Weigher.class)
                    .getConstructor()
                    .newInstance();
        } catch (ClassNotFoundException missing) {
            throw refused(name, "no such class is visible to the manager's class loader", missing);
        } catch (ClassCastException other) {
            throw refused(name, "that class does not implement " + Weigher.class.getName(), other);
        } catch (ReflectiveOperationException | LinkageError failed) {
            throw refused(name, "it needs a public class with a public constructor without parameters", failed);
        }
    }

    private static IllegalArgumentException refused(String name, String why, Throwable cause) {
        return new IllegalArgumentException(
                "setting 'weigher' is '" + name + "': " + why + "; it takes size or the name of a weigher's class",
                cause);
    }

    // An empty value counts as one: Caffeine never evicts an entry of weight zero.
    private static int size(Object key, Object value) {
        return Math.max(1, sizeOf(value));
    }

    private static int sizeOf(Object value) {
        if (value instanceof CharSequence text) {
            return text.length();
        } else if (value instanceof Collection<?> elements) {
            return elements.size();
        } else if (value instanceof Map<?, ?> entries) {
            return entries.size();
        } else if (value.getClass().isArray()) {
            return Array.getLength(value);
        }
        throw new IllegalArgumentException("weigher 'size' supports strings, arrays, collections and maps, not "
                + value.getClass().getName() + "; name a weigher of your own");
    }
}
