package dev.larder.remote;

import dev.larder.spi.Settings;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The user name and password that Larder sends to a server. Each comes from the address, else from the settings, else
 * from the environment.
 *
 * @param user null if there is none
 * @param password null if there is none
 */
public record Credentials(@Nullable String user, @Nullable String password) {

    /**
     * The credentials for a server.
     *
     * @param user the user name in the address, null if it has none
     * @param password the password in the address, null if it has none
     * @param setting what precedes {@code username} and {@code password} in the names of the settings
     * @param variable what precedes {@code USERNAME} and {@code PASSWORD} in the names of the environment variables
     */
    public static Credentials of(
            @Nullable String user,
            @Nullable String password,
            String setting,
            String variable,
            Settings settings,
            UnaryOperator<@Nullable String> environment) {
        return new Credentials(
                first(user, settings.text(setting + "username"), environment.apply(variable + "USERNAME")),
                first(password, settings.text(setting + "password"), environment.apply(variable + "PASSWORD")));
    }

    /** These credentials if there are a user name and a password, else null. */
    public @Nullable Credentials ifComplete() {
        return user == null || password == null ? null : this;
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
