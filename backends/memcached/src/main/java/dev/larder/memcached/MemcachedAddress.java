package dev.larder.memcached;

import dev.larder.spi.StoreAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the servers are. Text form: the address without user and password, fit for logs.
 *
 * @param user null if the address names none; likewise {@code password}
 */
record MemcachedAddress(
        List<Host> hosts, @Nullable String user, @Nullable String password, String masked) {
    static final String SCHEME = "memcached";
    private static final int PORT = 11_211;
    private static final Pattern FORM =
            Pattern.compile("//(?:(?<user>[^:@/]*)(?::(?<password>.*))?@)?(?<hosts>[^/@]+)/?");
    private static final Pattern HOST = Pattern.compile("(?<name>\\[[^\\]]+]|[^:\\[\\]]+)(?::(?<port>\\d{1,5}))?");

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it makes no sense; the message shows no password
     */
    static MemcachedAddress of(StoreAddress address) {
        Matcher form = FORM.matcher(address.rest());
        if (!form.matches()) {
            throw wrong(address, "it has another form");
        }
        return new MemcachedAddress(
                hosts(address, form.group("hosts")),
                decoded(form.group("user")),
                decoded(form.group("password")),
                address.toString());
    }

    private static List<Host> hosts(StoreAddress address, String text) {
        String[] names = text.split(",", -1);
        int[] weights = Weights.of(address.settings(), names.length);
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            Host host = host(address, names[i], weights[i]);
            if (hosts.stream().anyMatch(each -> each.toString().equals(host.toString()))) {
                throw wrong(address, "it names " + host + " twice");
            }
            hosts.add(host);
        }
        return List.copyOf(hosts);
    }

    private static Host host(StoreAddress address, String text, int weight) {
        Matcher host = HOST.matcher(text);
        if (!host.matches()) {
            throw wrong(address, "'" + text + "' is no host and port");
        }
        String port = host.group("port");
        return new Host(
                host.group("name").replace("[", "").replace("]", ""),
                port == null ? PORT : Integer.parseInt(port),
                weight);
    }

    private static @Nullable String decoded(@Nullable String text) {
        return text == null || text.isEmpty()
                ? null
                : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException wrong(StoreAddress address, String why) {
        return new IllegalArgumentException("store address '" + address + "': " + why
                + "; it should read memcached://host:port,host:port?name=value");
    }

    @Override
    public String toString() {
        return masked;
    }
}
