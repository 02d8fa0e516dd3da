package dev.larder.memcached.protocol;

import dev.larder.memcached.connection.MemcachedAddress;
import dev.larder.spi.Settings;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The user name and password for servers that require them. Each comes from the address, else from the settings,
 * else from the environment.
 */
public record Credentials(String user, String password) {

    /** The credentials; null if the user name or the password is not set, and then none are sent. */
    public static @Nullable Credentials of(
            MemcachedAddress address, Settings settings, UnaryOperator<@Nullable String> environment) {
        String user = first(address.user(), settings.text("username"), environment.apply("LARDER_MEMCACHED_USERNAME"));
        String password =
                first(address.password(), settings.text("password"), environment.apply("LARDER_MEMCACHED_PASSWORD"));
        return user == null || password == null ? null : new Credentials(user, password);
    }

    private static @Nullable String first(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** Shows neither the user name nor the password. */
    @Override
    public String toString() {
        return "credentials";
    }
}
