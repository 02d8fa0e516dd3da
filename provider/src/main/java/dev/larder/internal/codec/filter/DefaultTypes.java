package dev.larder.internal.codec.filter;

import java.util.List;
import java.util.Set;

/**
 * The classes that every cache may hold without configuration: the JDK's values, collections and exceptions, and what
 * Hibernate, Spring and the JSR-107 annotations store in their caches.
 *
 * <p>Reading these classes has no effect beyond creating the object. Deliberately excluded are {@link java.net.URL},
 * which queries a name server when hashed, and everything that reflects, connects or executes.
 */
public final class DefaultTypes {
    private static final AllowList VALUES = AllowList.of(List.of(
            "java.io.Serializable",
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.CharSequence",
            "java.lang.Class",
            "java.lang.Cloneable",
            "java.lang.Comparable",
            "java.lang.Double",
            "java.lang.Enum",
            "java.lang.Float",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Number",
            "java.lang.Object",
            "java.lang.Record",
            "java.lang.Short",
            "java.lang.StackTraceElement",
            "java.lang.String",
            "java.lang.StringBuffer",
            "java.lang.StringBuilder",
            "java.lang.Throwable",
            // Both can only do what the classes they name can do, and those are checked too.
            "java.lang.invoke.SerializedLambda",
            "java.lang.reflect.Proxy",
            "java.net.Inet4Address",
            "java.net.Inet6Address",
            "java.net.InetAddress",
            "java.net.InetSocketAddress",
            "java.net.SocketAddress",
            "java.net.URI",
            "java.sql.Date",
            "java.sql.Time",
            "java.sql.Timestamp",
            "sun.util.calendar.ZoneInfo"));

    /**
     * The classes of the JDK's value packages, one by one. These packages also contain timers, executors and file
     * readers.
     */
    private static final AllowList LIBRARY = AllowList.of(JdkTypes.names());

    private static final AllowList FRAMEWORKS = AllowList.of(List.of(
            "javax.cache.**",
            "org.hibernate.cache.**",
            "org.hibernate.query.internal.QueryParameterBindingsImpl",
            "org.jsr107.ri.annotations.*",
            "org.springframework.cache.interceptor.SimpleKey",
            "org.springframework.cache.support.NullValue"));

    private static final Set<String> OF_EXCEPTIONS = Set.of(
            "java.io",
            "java.lang",
            "java.lang.reflect",
            "java.net",
            "java.nio",
            "java.nio.charset",
            "java.nio.file",
            "java.security",
            "java.sql",
            "java.text",
            "java.time",
            "java.time.format",
            "java.time.temporal",
            "java.time.zone",
            "java.util",
            "java.util.concurrent",
            "java.util.regex",
            "java.util.zip");

    private DefaultTypes() {}

    public static boolean allow(String className) {
        return VALUES.allows(className)
                || LIBRARY.allows(className)
                || isException(className)
                || FRAMEWORKS.allows(className);
    }

    /** Whether frameworks put a class into their own caches. */
    public static boolean isFramework(String className) {
        return FRAMEWORKS.allows(className);
    }

    private static boolean isException(String name) {
        return (name.endsWith("Exception") || name.endsWith("Error"))
                && OF_EXCEPTIONS.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
    }
}
