package dev.larder.internal.config;

import dev.larder.spi.SettingNames;
import dev.larder.spi.Settings;
import dev.larder.spi.StoreAddress;
import dev.larder.spi.StoreProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The parameters for creating a manager.
 *
 * @param provider serves the address
 * @param address without the settings of the core
 * @param defaults the core's settings from the address, which apply to every cache
 * @param allow patterns of classes that the codec may read and write, in no order
 * @param immutable patterns of classes whose objects copies may share, in no order
 * @param shared whether every holder of the manager must close it before it closes
 * @param caches the templates for caches
 */
public record ManagerPlan(
        StoreProvider provider,
        StoreAddress address,
        Settings defaults,
        List<String> allow,
        List<String> immutable,
        boolean shared,
        CacheTemplates caches) {
    private static final String ALLOW = "allow";
    private static final String IMMUTABLE = "immutable";
    private static final String SHARED = "shared";

    static ManagerPlan of(
            StoreProvider provider, StoreAddress address, ConfigurationFile file, Environment environment) {
        Settings settings = address.settings();
        List<String> allow = combine(file.allow(), settings, ALLOW, environment);
        List<String> immutable = combine(file.immutable(), settings, IMMUTABLE, environment);
        boolean shared = file.shared() || settings.flag(SHARED);
        return new ManagerPlan(
                provider,
                withoutCoreSettings(address),
                CacheSettings.ofCore(settings),
                allow,
                immutable,
                shared,
                file.caches());
    }

    /** The settings of their stores that the file has for caches, by name or pattern. */
    public Map<String, Settings> settingsOfCaches() {
        return caches.settings().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> CacheSettings.ofStore(each.getValue())));
    }

    // The lists of the file, of the address and of the system property are combined.
    private static List<String> combine(List<String> file, Settings address, String name, Environment environment) {
        String property = environment.property("larder." + name);
        List<String> all = new ArrayList<>(file);
        all.addAll(patterns(address.text(name, "")));
        all.addAll(patterns(property == null ? "" : property));
        return List.copyOf(all);
    }

    private static List<String> patterns(String list) {
        return Arrays.stream(list.split(","))
                .map(String::trim)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    // A store rejects settings that it does not know.
    private static StoreAddress withoutCoreSettings(StoreAddress address) {
        Settings ofStore =
                CacheSettings.ofStore(address.settings()).only(name -> !SettingNames.OF_MANAGER.contains(name));
        return new StoreAddress(address.scheme(), address.rest(), ofStore);
    }
}
