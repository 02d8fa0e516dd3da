package dev.larder.internal.config;

import dev.larder.spi.Settings;
import dev.larder.spi.StoreAddress;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a manager's URI to its store and configuration.
 *
 * <ol>
 *   <li>The scheme of a store on the class path: a store address. The bare scheme is accepted too, because {@code
 *       heap:} with nothing after the colon is not a valid URI.
 *   <li>{@code file:}, {@code jar:}, {@code classpath:}, or anything that ends in {@code .yaml} or {@code .yml}: a
 *       configuration file.
 *   <li>No scheme, or {@code urn:}: only a name. The store is that of the system property {@code larder.uri}, else of
 *       the environment variable {@code LARDER_URI} (each an address or a configuration file), else of {@code
 *       larder.yaml} on the class path, else {@code heap:}. If an address was given, {@code larder.yaml} still
 *       configures the caches: the file is packed with the application, while the address depends on where it runs.
 *   <li>Any other scheme is a mistake or a missing module, and rejected.
 * </ol>
 */
public final class StoreResolver {
    private static final String PROPERTY = "larder.uri";
    private static final String VARIABLE = "LARDER_URI";
    private static final String FILE = "larder.yaml";
    private static final StoreAddress HEAP = new StoreAddress("heap", "", Settings.NONE);

    private final ClassLoader loader;
    private final Environment environment;
    private final StoreProviders stores;
    private final ConfigurationFiles files;

    public StoreResolver(ClassLoader loader, Environment environment) {
        this.loader = loader;
        this.environment = environment;
        this.stores = StoreProviders.visibleTo(loader);
        this.files = new ConfigurationFiles(loader);
    }

    /**
     * The plan for the manager of that URI.
     *
     * @throws IllegalArgumentException if the URI, or a property, variable or file that it leads to, is invalid
     */
    public ManagerPlan plan(URI uri) {
        String text = uri.isAbsolute() ? uri.toString() : String.valueOf(uri.getPath());
        if (namesFile(text)) {
            return planFile(text);
        }
        return isName(uri) && !stores.knows(text)
                ? planDefault()
                : plan(AddressShorthand.parse(text), ConfigurationFile.NONE);
    }

    private static boolean isName(URI uri) {
        return !uri.isAbsolute() || uri.getScheme().equalsIgnoreCase("urn");
    }

    private boolean namesFile(String text) {
        return !stores.serves(ConfigurationFiles.schemeOf(text)) && ConfigurationFiles.isNamedBy(text);
    }

    private ManagerPlan planFile(String text) {
        ConfigurationFile file = ConfigurationFile.parse(files.read(text), loader);
        StoreAddress store = file.store();
        return namingSource(
                "configuration file '" + StoreAddress.masked(text) + "'",
                () -> plan(store == null ? storeFromEnvironment(text) : store, file));
    }

    // For a file without a store: the environment's address, or the heap if that is absent or a file.
    private StoreAddress storeFromEnvironment(String file) {
        EnvironmentSetting environmentSetting = environmentSetting();
        return environmentSetting == null
                        || environmentSetting.text().equals(file)
                        || namesFile(environmentSetting.text())
                ? HEAP
                : namingSource(environmentSetting.source(), environmentSetting::address);
    }

    private ManagerPlan planDefault() {
        EnvironmentSetting environmentSetting = environmentSetting();
        if (environmentSetting == null) {
            ConfigurationFile file = bundledFile();
            StoreAddress store = file.store();
            return plan(store == null ? HEAP : store, file);
        }
        return namingSource(
                environmentSetting.source(),
                () -> namesFile(environmentSetting.text())
                        ? planFile(environmentSetting.text())
                        : plan(environmentSetting.address(), bundledFile()));
    }

    private ManagerPlan plan(StoreAddress address, ConfigurationFile file) {
        return ManagerPlan.of(stores.of(address), address, file, environment);
    }

    private ConfigurationFile bundledFile() {
        ConfigurationText text = files.onClassPath(FILE);
        return text == null ? ConfigurationFile.NONE : ConfigurationFile.parse(text, loader);
    }

    private static <T> T namingSource(String source, Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(source + ": " + wrong.getMessage(), wrong);
        }
    }

    private @Nullable EnvironmentSetting environmentSetting() {
        String property = environment.property(PROPERTY);
        if (property != null && !property.isBlank()) {
            return new EnvironmentSetting("system property " + PROPERTY, property.trim());
        }
        String variable = environment.variable(VARIABLE);
        return variable == null || variable.isBlank()
                ? null
                : new EnvironmentSetting("environment variable " + VARIABLE, variable.trim());
    }

    private record EnvironmentSetting(String source, String text) {
        StoreAddress address() {
            return AddressShorthand.parse(text).from(source);
        }
    }
}
