import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Fetches the pinned Maven into the user's {@code .m2/wrapper} folder, unless it is there, and prints its home.
 *
 * <p>Run by {@code mvnw} as a single source file, so that a machine needs a JDK and nothing else. The archive is checked
 * against the pinned SHA-512 before anything of it is unpacked. Unpacking happens in a folder of its own, which is then moved
 * into place in one step: of several starts at once the first one wins, and nobody sees half a Maven.
 */
final class FetchMaven {
    private static final int ATTEMPTS = 3;

    private final Artifact artifact;
    private final String sha512;
    private final Path home;

    private FetchMaven(Properties pinned) {
        this.artifact = Artifact.parse(pinned.getProperty("artifact"));
        this.sha512 = pinned.getProperty("sha512");
        this.home = userHome().resolve("wrapper/" + artifact.name() + '-' + artifact.version() + '-' + sha512.substring(0, 8));
    }

    public static void main(String[] arguments) throws Exception {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            properties.load(reader);
        }
        try {
            System.out.println(new FetchMaven(properties).provide());
        } catch (IOException failure) {
            System.err.println("mvnw: " + failure.getMessage());
            System.exit(1);
        }
    }

    private Path provide() throws IOException, InterruptedException {
        if (!Files.isDirectory(home)) {
            Files.createDirectories(home.getParent());
            Path room = Files.createTempDirectory(home.getParent(), "fetch");
            try {
                install(room);
            } finally {
                delete(room);
            }
        }
        return home;
    }

    private void install(Path room) throws IOException, InterruptedException {
        Path archive = room.resolve("archive");
        download(archive);
        Path unpacked = room.resolve("unpacked");
        unpack(archive, unpacked);
        try {
            Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException taken) {
            if (!Files.isDirectory(home)) {
                throw taken;
            }
        }
    }

    private void download(Path archive) throws IOException, InterruptedException {
        URI address = artifact.address();
        System.err.println("mvnw: fetching Maven " + artifact.version() + ", once for this user");
        for (int attempt = 1; ; attempt++) {
            try {
                fetch(address, archive);
                return;
            } catch (IOException failure) {
                if (attempt == ATTEMPTS) {
                    throw new IOException(address + " could not be fetched: " + failure
                            + "; MVNW_REPOURL names another Maven repository, HTTPS_PROXY a proxy", failure);
                }
                Thread.sleep(1_000L * attempt);
            }
        }
    }

    private void fetch(URI address, Path archive) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(30))
                .proxy(Proxies.forHost(address.getHost()))
                .build();
        HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(2)).build();
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("the server answered " + response.statusCode());
            }
            copyVerified(body, archive);
        }
    }

    private void copyVerified(InputStream body, Path archive) throws IOException {
        MessageDigest digest = sha512();
        Files.copy(new DigestInputStream(body, digest), archive, StandardCopyOption.REPLACE_EXISTING);
        String actual = HexFormat.of().formatHex(digest.digest());
        if (!actual.equals(sha512)) {
            throw new IOException("its SHA-512 is " + actual + ", not the pinned " + sha512);
        }
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void unpack(Path archive, Path target) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                unpack(zip, entry, target);
            }
        }
    }

    /** The archive holds one folder, whose name is left out. */
    private static void unpack(ZipInputStream zip, ZipEntry entry, Path target) throws IOException {
        String name = entry.getName();
        Path file = target.resolve(name.substring(name.indexOf('/') + 1)).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("the archive's entry " + name + " leads out of it");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
        if (file.getParent().endsWith("bin")) {
            file.toFile().setExecutable(true, false);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static Path userHome() {
        String configured = System.getenv("MAVEN_USER_HOME");
        return configured == null || configured.isEmpty() ? Path.of(System.getProperty("user.home"), ".m2") : Path.of(configured);
    }

    /** What Maven calls coordinates, and where a repository keeps it. */
    private record Artifact(String group, String name, String version, String classifier, String type) {
        static Artifact parse(String coordinates) {
            String[] parts = coordinates.split(":");
            return new Artifact(parts[0], parts[1], parts[2], parts[3], parts[4]);
        }

        URI address() {
            String path = "%s/%s/%s/%s-%s-%s.%s"
                    .formatted(group.replace('.', '/'), name, version, name, version, classifier, type);
            return URI.create(repository().replaceAll("/+$", "") + '/' + path);
        }

        /** The central repository's host bears Maven's own group id, read backwards. */
        private String repository() {
            String configured = System.getenv("MVNW_REPOURL");
            if (configured != null && !configured.isEmpty()) {
                return configured;
            }
            List<String> labels = Arrays.asList(group.split("\\."));
            Collections.reverse(labels);
            return "https://repo." + String.join(".", labels) + "/maven2";
        }
    }

    /** The proxy that {@code HTTPS_PROXY} names, else the one of Java's own system properties. */
    private static final class Proxies {
        static ProxySelector forHost(String host) {
            String proxy = variable("HTTPS_PROXY");
            if (proxy.isEmpty() || exempt(host)) {
                return ProxySelector.getDefault();
            }
            URI address = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
            int port = address.getPort() < 0 ? 80 : address.getPort();
            return ProxySelector.of(new InetSocketAddress(address.getHost(), port));
        }

        private static boolean exempt(String host) {
            return Arrays.stream(variable("NO_PROXY").split(","))
                    .map(String::strip)
                    .filter(suffix -> !suffix.isEmpty())
                    .anyMatch(suffix -> suffix.equals("*") || host.endsWith(suffix));
        }

        private static String variable(String name) {
            String value = System.getenv(name);
            String lower = value == null ? System.getenv(name.toLowerCase(java.util.Locale.ROOT)) : value;
            return lower == null ? "" : lower.strip();
        }
    }
}
