package dev.larder.internal.management;

import dev.larder.spi.StoreAddress;
import java.net.URI;
import java.util.regex.Pattern;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** Builds the object names of MBeans. */
final class BeanNames {
    // The characters with a meaning in JMX. Each becomes a dot, as tools that look for the beans expect.
    private static final Pattern SPECIAL = Pattern.compile("[,:=*?\"\\r\\n]");

    private BeanNames() {}

    /** The name that JSR-107 prescribes, without credentials from the URI. */
    static ObjectName of(String type, URI manager, String cache) {
        return of("javax.cache:type=" + type + ",CacheManager=" + escape(StoreAddress.masked(manager.toString()))
                + ",Cache=" + escape(cache));
    }

    /** The name for a further bean if the plain one is taken; {@code instance} counts from 2. */
    static ObjectName instance(ObjectName plain, int instance) {
        return of(plain + ",Instance=" + instance);
    }

    private static ObjectName of(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException malformed) {
            throw new IllegalArgumentException("not a valid JMX name: " + text, malformed);
        }
    }

    private static String escape(String text) {
        return SPECIAL.matcher(text).replaceAll(".");
    }
}
