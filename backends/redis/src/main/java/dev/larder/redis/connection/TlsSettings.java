package dev.larder.redis.connection;

import dev.larder.spi.Settings;
import java.io.File;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;

/**
 * The trust store, key store and verification mode of TLS connections. The client's default does not compare host
 * names: any holder of a certificate of the same authority could pose as the server. Larder compares them by
 * default.
 */
final class TlsSettings {
    private static final String FULL = "full";

    private TlsSettings() {}

    /** Enables TLS if the address or the settings ask for it. */
    static void configure(DefaultJedisClientConfig.Builder client, RedisAddress address, Settings settings) {
        boolean wanted = settings.flag("tls") || address.topology() == Topology.SINGLE_TLS;
        client.ssl(wanted);
        if (wanted) {
            client.sslOptions(options(settings));
        }
    }

    private static SslOptions options(Settings settings) {
        SslOptions.Builder options = SslOptions.builder().sslVerifyMode(mode(settings));
        File trusted = file(settings, "tls-trust-store");
        if (trusted != null) {
            options.truststore(trusted, password(settings, "tls-trust-store-password"));
        }
        File own = file(settings, "tls-key-store");
        if (own != null) {
            options.keystore(own, password(settings, "tls-key-store-password"));
        }
        return options.build();
    }

    private static SslVerifyMode mode(Settings settings) {
        return switch (settings.text("tls-verify", FULL)) {
            case FULL -> SslVerifyMode.FULL;
            case "authority" -> SslVerifyMode.CA;
            default -> throw settings.invalid("tls-verify", "full (the default: host names too) or authority");
        };
    }

    private static @Nullable File file(Settings settings, String name) {
        String text = settings.text(name);
        if (text == null) {
            return null;
        }
        File file = new File(text);
        if (!file.canRead()) {
            throw settings.invalid(name, "a key store that can be read");
        }
        return file;
    }

    private static char[] password(Settings settings, String name) {
        return settings.text(name, "").toCharArray();
    }
}
