package dev.larder.internal.codec.filter;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.type.ClassTable;
import java.util.Set;

/** Decides which classes one cache may write and read: the defaults, its declared types, and the application's list. */
public final class ClassFilter {
    private final String cache;
    private final Set<Class<?>> declaredTypes;
    private final Set<String> declared;
    private final AllowList allowed;
    private final ClassTable<Boolean> known = new ClassTable<>();

    public ClassFilter(String cache, Set<Class<?>> declaredTypes, AllowList allowed) {
        this.cache = cache;
        this.declaredTypes = Set.copyOf(declaredTypes);
        this.declared = DeclaredTypes.namesOf(declaredTypes);
        this.allowed = allowed;
    }

    public String cache() {
        return cache;
    }

    /** The declared key and value types of the cache. */
    public Set<Class<?>> declaredTypes() {
        return declaredTypes;
    }

    /** Checks a class that is about to be written. */
    public void toWrite(Class<?> type) {
        if (!allows(type)) {
            throw new CodecException(refusal(elementOf(type).getName()));
        }
    }

    /** Checks a class that was named in bytes, and is loaded but not initialised. */
    public void toRead(Class<?> type) {
        if (!allows(type)) {
            throw new UndecodableException(refusal(elementOf(type).getName()));
        }
    }

    /** Checks a class that was named in bytes and is not loaded yet. */
    public void toRead(String className) {
        if (!allows(className)) {
            throw new UndecodableException(refusal(className));
        }
    }

    /**
     * Loads a class that was named in bytes, if it is allowed, without initialising it.
     *
     * @throws UndecodableException if it is not allowed, or cannot be loaded
     */
    public Class<?> load(String name, ClassLoader loader) {
        toRead(ClassNames.elementOf(name));
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError missing) {
            throw new UndecodableException("class " + name + " cannot be loaded: " + missing, missing);
        }
    }

    public boolean allows(Class<?> type) {
        Boolean allowed = known.get(type);
        return allowed != null ? allowed : decide(type);
    }

    private boolean decide(Class<?> type) {
        Class<?> element = elementOf(type);
        boolean allowed = element.isPrimitive() || allows(element.getName());
        known.put(type, allowed);
        return allowed;
    }

    private boolean allows(String name) {
        return DefaultTypes.allow(name) || declared.contains(name) || allowed.allows(name);
    }

    private static Class<?> elementOf(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element;
    }

    private String refusal(String name) {
        return "class " + name + " is not on the allow-list, so it is neither written nor read; to permit it add allow="
                + patternFor(name) + " (system property larder.allow)";
    }

    private static String patternFor(String name) {
        int end = name.lastIndexOf('.');
        return end < 0 || name.startsWith("java") ? name : name.substring(0, end) + ".*";
    }
}
