package dev.larder.internal.codec.type;

import dev.larder.internal.codec.failure.UndecodableException;

/** Looks up constants of enums whose type is only known as a class object. */
public final class Enums {
    private Enums() {}

    /**
     * The constant of a name.
     *
     * @throws UndecodableException if there is none
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // valueOf checks that the type is an enum
    public static Enum<?> constant(Class<?> type, String name) {
        try {
            return Enum.valueOf((Class) type, name);
        } catch (IllegalArgumentException removed) {
            throw new UndecodableException("enum " + type.getName() + " has no constant " + name, removed);
        }
    }
}
