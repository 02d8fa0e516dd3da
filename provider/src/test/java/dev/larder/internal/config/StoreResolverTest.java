package dev.larder.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreResolverTest {
    private static final URI NAME = URI.create("my-manager");

    private final Path classPath;
    private final Path elsewhere;
    private final FakeEnvironment surroundings = new FakeEnvironment();
    private final URLClassLoader loader;

    StoreResolverTest(@TempDir Path classPath, @TempDir Path elsewhere) throws IOException {
        this.classPath = classPath;
        this.elsewhere = elsewhere;
        this.loader = new URLClassLoader(
                new URL[] {classPath.toUri().toURL()}, getClass().getClassLoader());
    }

    @AfterEach
    void closeLoader() throws IOException {
        loader.close();
    }

    private ManagerPlan plan(String uri) {
        return new StoreResolver(loader, surroundings).plan(URI.create(uri));
    }

    private static Path write(Path directory, String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    @Test
    void storeAddress_anyForm_isUsedUnchanged() {
        surroundings.property("larder.uri", "probe:property");
        ManagerPlan plan = plan("probe:mine?max-entries=10");
        assertThat(plan.address()).hasToString("probe:mine");
        assertThat(plan.address().settings().asMap()).containsExactlyEntriesOf(Map.of("max-entries", "10"));
    }

    @Test
    void schemeAlone_isTheStoreNotAName() {
        surroundings.property("larder.uri", "probe:property");
        assertThat(plan("probe").address()).hasToString("probe:");
        assertThatThrownBy(() -> plan("heap"))
                .hasMessage("no store has the scheme 'heap:'; add dev.larder:larder-heap to the class path");
    }

    @Test
    void coreSettingsOfAnAddress_areNotHandedToTheStore() {
        ManagerPlan plan = plan("probe:mine?allow=com.example.*,org.example.A&shared=true");
        assertThat(plan.address().settings().asMap()).isEmpty();
        assertThat(plan.allow()).containsExactly("com.example.*", "org.example.A");
        assertThat(plan.shared()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"my-manager", "dev.larder.LarderCachingProvider", "urn:example:orders", "a/b/c", ""})
    void nameWithoutStore_property_comesFirst(String uri) throws IOException {
        surroundings.property("larder.uri", "probe:property").variable("LARDER_URI", "probe:variable");
        write(classPath, "larder.yaml", "store: probe:file");
        assertThat(plan(uri).address()).hasToString("probe:property");
    }

    @Test
    void nameWithoutStore_variable_comesSecond() throws IOException {
        surroundings.property("larder.uri", " ").variable("LARDER_URI", "probe:variable");
        write(classPath, "larder.yaml", "store: probe:file");
        assertThat(plan("my-manager").address()).hasToString("probe:variable");
    }

    @Test
    void nameWithoutStore_fileOnTheClassPath_comesThird() throws IOException {
        write(classPath, "larder.yaml", "store: probe:file");
        assertThat(plan("my-manager").address()).hasToString("probe:file");
    }

    @Test
    void nameWithoutStore_nothingSaid_isTheHeap() {
        assertThatThrownBy(() -> plan("my-manager"))
                .hasMessage("no store has the scheme 'heap:'; add dev.larder:larder-heap to the class path");
    }

    @Test
    void addressInTheProperty_keepsTheCachesOfTheFileOnTheClassPath() throws IOException {
        surroundings.property("larder.uri", "probe:property");
        write(classPath, "larder.yaml", "store: probe:file\ncaches:\n  orders:\n");
        assertThat(plan("my-manager").caches().declared()).containsExactly("orders");
    }

    @Test
    void property_mayNameAFile() throws IOException {
        Path file = write(elsewhere, "other.yaml", "store: probe:other");
        surroundings.property("larder.uri", file.toString());
        assertThat(plan("my-manager").address()).hasToString("probe:other");
    }

    @Test
    void propertyNamingAFileWithoutStore_isTheHeap() throws IOException {
        Path file = write(elsewhere, "other.yaml", "caches:\n");
        surroundings.property("larder.uri", file.toString());
        assertThatThrownBy(() -> plan("my-manager")).hasMessageContaining("no store has the scheme 'heap:'");
    }

    @Test
    void fileWithoutStore_usesTheAddressOfTheProperty() throws IOException {
        surroundings.property("larder.uri", "probe:property");
        Path file = write(elsewhere, "other.yaml", "caches:\n");
        assertThat(plan(file.toUri().toString()).address()).hasToString("probe:property");
    }

    @Test
    void fileWithStore_winsOverTheProperty() throws IOException {
        surroundings.property("larder.uri", "probe:property");
        Path file = write(elsewhere, "other.yaml", "store: probe:other");
        assertThat(plan(file.toUri().toString()).address()).hasToString("probe:other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classpath:conf.yaml", "classpath:/conf.yaml", "conf.yaml"})
    void resource_isFound(String uri) throws IOException {
        write(classPath, "conf.yaml", "store: probe:resource");
        assertThat(plan(uri).address()).hasToString("probe:resource");
    }

    @Test
    void jarUrl_isRead() throws IOException {
        Path jar = elsewhere.resolve("app.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("conf/larder.yaml"));
            out.write("store: probe:jar".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(plan("jar:" + jar.toUri() + "!/conf/larder.yaml").address()).hasToString("probe:jar");
    }

    @Test
    void allow_isGatheredFromEverywhere() throws IOException {
        surroundings.property("larder.allow", "c.*, d.D");
        Path file = write(elsewhere, "other.yaml", "store: probe:x?allow=b.*\nallow: [a.A]\n");
        assertThat(plan(file.toUri().toString()).allow()).containsExactlyInAnyOrder("a.A", "b.*", "c.*", "d.D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://host", "rediss://host", "redis-cluster://host"})
    void missingModule_isNamed(String uri) {
        assertThatThrownBy(() -> plan(uri))
                .hasMessage("no store has the scheme '" + URI.create(uri).getScheme()
                        + ":'; add dev.larder:larder-redis to the class path");
    }

    @Test
    void unknownScheme_saysWhatThereIsAndHowToNameAManager() {
        assertThatThrownBy(() -> plan("jdbc://user:secret@host"))
                .hasMessage("no store has the scheme 'jdbc:'; the class path holds stores for none, probe."
                        + " If the URI is only a name for the manager, give it no scheme, as in 'orders',"
                        + " or the scheme urn, as in 'urn:orders'");
    }

    @Test
    void wrongProperty_isBlamed() {
        surroundings.property("larder.uri", "redis://user:secret@host");
        assertThatThrownBy(() -> plan("my-manager"))
                .hasMessage("system property larder.uri: no store has the scheme 'redis:';"
                        + " add dev.larder:larder-redis to the class path");
    }

    @Test
    void schemeAlone_inTheVariable_isAnAddress() {
        surroundings.variable("LARDER_URI", "probe");
        assertThat(plan("my-manager").address()).hasToString("probe:");
    }

    @Test
    void variableThatIsNeitherAddressNorFile_isBlamed() {
        surroundings.variable("LARDER_URI", "/etc/larder");
        assertThatThrownBy(() -> plan("my-manager"))
                .hasMessage("environment variable LARDER_URI: '/etc/larder' is neither a store address, such as"
                        + " heap: or redis://host:6379, nor a configuration file, which ends in .yaml");
    }

    @Test
    void missingFile_isNamed() {
        assertThatThrownBy(() -> plan("classpath:none.yaml"))
                .hasMessage("configuration file 'classpath:none.yaml' is not on the class path");
        assertThatThrownBy(() -> plan("none.yaml"))
                .hasMessage("configuration file 'none.yaml' is neither a file in the working directory"
                        + " nor on the class path");
        assertThatThrownBy(() -> plan(elsewhere.resolve("none.yaml").toUri().toString()))
                .hasMessageStartingWith("configuration file 'file:///")
                .hasMessageContaining("none.yaml' cannot be read: java.io.FileNotFoundException");
    }

    @Test
    void storeOfAFile_unknownScheme_namesTheFile() throws IOException {
        Path file = write(elsewhere, "other.yaml", "store: mapdb:/var/cache/larder");
        assertThatThrownBy(() -> plan(file.toUri().toString()))
                .hasMessage("configuration file '" + file.toUri()
                        + "': no store has the scheme 'mapdb:'; add dev.larder:larder-mapdb to the class path");
    }

    @Test
    void brokenFileOnTheClassPath_failsNamedManagersToo() throws IOException {
        write(classPath, "larder.yaml", "stor: probe:file");
        assertThatThrownBy(() -> new StoreResolver(loader, surroundings).plan(NAME))
                .hasMessageMatching("file:.*/larder.yaml, line 1: 'stor': unknown here;"
                        + " did you mean 'store'\\? allowed: allow, caches, immutable, shared, store");
    }
}
