package dev.larder.redis.connection;

import dev.larder.spi.Settings;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The user name and password that Larder sends to the server. Each comes from the address, else from the settings
 * {@code username} and {@code password}, else from the environment.
 */
public record Credentials(@Nullable String user, @Nullable String password) {
    private static final String VARIABLE = "LARDER_REDIS_";

    public static Credentials of(RedisAddress address, Settings settings, UnaryOperator<@Nullable String> environment) {
        return new Credentials(
                first(address.user(), settings.text("username"), environment.apply(VARIABLE + "USERNAME")),
                first(address.password(), settings.text("password"), environment.apply(VARIABLE + "PASSWORD")));
    }

    /** The credentials for the sentinels, which are separate servers. */
    public static Credentials ofSentinels(Settings settings, UnaryOperator<@Nullable String> environment) {
        return new Credentials(
                first(settings.text("sentinel-username"), environment.apply(VARIABLE + "SENTINEL_USERNAME")),
                first(settings.text("sentinel-password"), environment.apply(VARIABLE + "SENTINEL_PASSWORD")));
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
