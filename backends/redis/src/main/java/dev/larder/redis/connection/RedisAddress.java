package dev.larder.redis.connection;

import dev.larder.spi.StoreAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;

/**
 * The address of the servers. {@link #toString} omits the user and the password and is safe to log.
 *
 * @param nodes the server, the sentinels, or some nodes of the cluster
 * @param master the name of the master at the sentinels; null without sentinels
 * @param user null if the address has none; the same holds for {@code password}
 */
public record RedisAddress(
        Topology topology,
        List<HostAndPort> nodes,
        @Nullable String master,
        int database,
        @Nullable String user,
        @Nullable String password,
        String masked) {
    private static final Pattern FORM =
            Pattern.compile("//(?:(?<user>[^:@/]*)(?::(?<password>.*))?@)?(?<nodes>[^/@]+)(?<path>(?:/[^/@]*)*)");
    private static final Pattern NODE = Pattern.compile("(?<host>\\[[^\\]]+]|[^:\\[\\]]+)(?::(?<port>\\d+))?");

    /**
     * Parses an address.
     *
     * @throws IllegalArgumentException if the address is malformed; the message does not contain the password
     */
    public static RedisAddress of(StoreAddress address) {
        Topology topology = Topology.of(address.scheme());
        Matcher form = FORM.matcher(address.rest());
        if (!form.matches()) {
            throw wrong(topology, address, "it has another form");
        }
        List<HostAndPort> nodes = nodes(topology, address, form.group("nodes"));
        List<String> path = path(form.group("path"));
        boolean named = topology == Topology.SENTINEL;
        if (named && path.isEmpty()) {
            throw wrong(topology, address, "the master's name is missing");
        }
        List<String> rest = named ? path.subList(1, path.size()) : path;
        if (rest.size() > (topology == Topology.CLUSTER ? 0 : 1)) {
            throw wrong(topology, address, "there are unexpected parts after the host");
        }
        return new RedisAddress(
                topology,
                nodes,
                named ? path.get(0) : null,
                rest.isEmpty() ? 0 : database(topology, address, rest.get(0)),
                address.credential(form.group("user")),
                address.credential(form.group("password")),
                address.toString());
    }

    private static List<HostAndPort> nodes(Topology topology, StoreAddress address, String text) {
        List<HostAndPort> nodes = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            Matcher node = NODE.matcher(each);
            if (!node.matches()) {
                throw wrong(topology, address, "'" + each + "' is not a host and port");
            }
            String port = node.group("port");
            String host = node.group("host").replace("[", "").replace("]", "");
            nodes.add(new HostAndPort(host, port == null ? topology.port() : address.port(port)));
        }
        boolean one = topology == Topology.SINGLE || topology == Topology.SINGLE_TLS;
        if (one && nodes.size() > 1) {
            throw wrong(
                    topology,
                    address,
                    "it names several servers; use redis-cluster:// or redis-sentinel:// for several");
        }
        return List.copyOf(nodes);
    }

    private static List<String> path(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split("/")) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static int database(Topology topology, StoreAddress address, String text) {
        try {
            int database = Integer.parseInt(text);
            if (database >= 0) {
                return database;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong(topology, address, "'" + text + "' is not the number of a database");
        }
        throw wrong(topology, address, "'" + text + "' is not the number of a database");
    }

    private static IllegalArgumentException wrong(Topology topology, StoreAddress address, String why) {
        return new IllegalArgumentException("store address '" + address + "': " + why + "; write " + topology.form());
    }

    @Override
    public String toString() {
        return masked;
    }
}
