package dev.larder.internal.config;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The text of an object in a tag: its {@code toString}, if equal objects have the same one in every JVM. */
final class TagText {
    private static final ClassValue<Boolean> OWN = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            try {
                return type.getMethod("toString").getDeclaringClass() != Object.class;
            } catch (NoSuchMethodException impossible) {
                throw new AssertionError(impossible);
            }
        }
    };

    private TagText() {}

    /**
     * @throws IllegalArgumentException if its class only has the {@code toString} of {@code Object}, which differs in
     *     each JVM
     */
    static String of(Object object) {
        require(object.getClass());
        return object.toString();
    }

    static void require(Class<?> type) {
        if (!OWN.get(type)) {
            throw new IllegalArgumentException(type.getTypeName()
                    + " does not override toString, and Object.toString differs in each JVM; name a property of it");
        }
    }

    /**
     * Whether a declared type determines the class of its objects. It does not if they may be of quite different
     * classes, or several at once.
     */
    static boolean determinesClass(@Nullable Class<?> type) {
        return type != null
                && type != Object.class
                && !Modifier.isAbstract(type.getModifiers())
                && !Collection.class.isAssignableFrom(type)
                && type != Optional.class;
    }
}
