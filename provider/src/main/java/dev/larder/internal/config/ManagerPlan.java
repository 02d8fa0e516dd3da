package dev.larder.internal.config;

import dev.larder.spi.Settings;
import dev.larder.spi.StoreAddress;
import dev.larder.spi.StoreProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a manager is to be made of.
 *
 * @param provider serves the address
 * @param address without the settings that are the core's own
 * @param allow patterns of classes that the codec may read and write, in no order
 * @param shared whether each who obtains the manager must close it before it closes
 * @param caches what is said of caches
 */
public record ManagerPlan(
        StoreProvider provider, StoreAddress address, List<String> allow, boolean shared, CacheTemplates caches) {
    private static final String ALLOW = "allow";
    private static final String SHARED = "shared";

    static ManagerPlan of(
            StoreProvider provider, StoreAddress address, ConfigurationFile file, Surroundings surroundings) {
        Settings settings = address.settings();
        List<String> allow = new ArrayList<>(file.allow());
        allow.addAll(patterns(settings.text(ALLOW, "")));
        String property = surroundings.property("larder." + ALLOW);
        allow.addAll(patterns(property == null ? "" : property));
        boolean shared = file.shared() || settings.text(SHARED, "false").equals("true");
        return new ManagerPlan(provider, withoutOurs(address), List.copyOf(allow), shared, file.caches());
    }

    private static List<String> patterns(String list) {
        return Arrays.stream(list.split(","))
                .map(String::trim)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    // A store refuses settings that it does not know.
    private static StoreAddress withoutOurs(StoreAddress address) {
        Map<String, String> settings = new TreeMap<>(address.settings().asMap());
        settings.keySet().removeAll(Set.of(ALLOW, SHARED));
        return new StoreAddress(address.scheme(), address.rest(), Settings.of(settings));
    }
}
