package dev.larder.memcached.protocol;

import dev.larder.spi.Settings;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The user name and password for servers that require them. Each comes from the address, else from the settings,
 * else from the environment.
 */
public record Credentials(String user, String password) {

    /**
     * The credentials; null if the user name or the password is not set, and then none are sent.
     *
     * @param ownUser the user name in the address; null if it has none
     * @param ownPassword the password in the address; null if it has none
     */
    public static @Nullable Credentials of(
            @Nullable String ownUser,
            @Nullable String ownPassword,
            Settings settings,
            UnaryOperator<@Nullable String> environment) {
        String user = first(ownUser, settings.text("username"), environment.apply("LARDER_MEMCACHED_USERNAME"));
        String password = first(ownPassword, settings.text("password"), environment.apply("LARDER_MEMCACHED_PASSWORD"));
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
