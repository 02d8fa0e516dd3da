package dev.larder.memcached.connection;

import dev.larder.spi.StoreAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of the servers. {@link #toString} omits the user and the password and is safe to log.
 *
 * @param user null if the address has none; the same holds for {@code password}
 */
public record MemcachedAddress(
        List<ServerAddress> hosts,
        @Nullable String user,
        @Nullable String password,
        String masked) {
    public static final String SCHEME = "memcached";
    private static final int PORT = 11_211;
    private static final Pattern FORM =
            Pattern.compile("//(?:(?<user>[^:@/]*)(?::(?<password>.*))?@)?(?<hosts>[^/@]+)/?");
    private static final Pattern HOST = Pattern.compile("(?<name>\\[[^\\]]+]|[^:\\[\\]]+)(?::(?<port>\\d+))?");

    /**
     * Parses an address.
     *
     * @throws IllegalArgumentException if the address is malformed; the message does not contain the password
     */
    public static MemcachedAddress of(StoreAddress address) {
        Matcher form = FORM.matcher(address.rest());
        if (!form.matches()) {
            throw wrong(address, "it has another form");
        }
        return new MemcachedAddress(
                hosts(address, form.group("hosts")),
                address.credential(form.group("user")),
                address.credential(form.group("password")),
                address.toString());
    }

    private static List<ServerAddress> hosts(StoreAddress address, String text) {
        String[] names = text.split(",", -1);
        int[] weights = ServerWeights.of(address.settings(), names.length);
        List<ServerAddress> hosts = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            ServerAddress serverAddress = host(address, names[i], weights[i]);
            if (hosts.stream().anyMatch(each -> each.toString().equals(serverAddress.toString()))) {
                throw wrong(address, "it names " + serverAddress + " twice");
            }
            hosts.add(serverAddress);
        }
        return List.copyOf(hosts);
    }

    private static ServerAddress host(StoreAddress address, String text, int weight) {
        Matcher host = HOST.matcher(text);
        if (!host.matches()) {
            throw wrong(address, "'" + text + "' is not a host and port");
        }
        String port = host.group("port");
        return new ServerAddress(
                host.group("name").replace("[", "").replace("]", ""), port == null ? PORT : address.port(port), weight);
    }

    private static IllegalArgumentException wrong(StoreAddress address, String why) {
        return new IllegalArgumentException(
                "store address '" + address + "': " + why + "; write memcached://host:port,host:port?name=value");
    }

    @Override
    public String toString() {
        return masked;
    }
}
