package dev.larder.redis.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate that vouches for itself, and its key, as files: for the server in PEM, for clients a store
 * that trusts it and one that proves to be it.
 */
public final class Certificate {
    /** Opens both stores. */
    public static final String PASSWORD = "changeit";

    private static final String ALIAS = "redis";

    private final Path directory;

    private Certificate(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes one.
     *
     * @param name whom it is for, as in {@code ip:127.0.0.1} or {@code dns:example.org}
     */
    public static Certificate of(String name) {
        try {
            Certificate certificate = new Certificate(RedisServer.directory());
            certificate.generate(name);
            certificate.export();
            return certificate;
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException("no certificate could be made", failure);
        }
    }

    private void generate(String name) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        identity().toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=redis",
                        "-ext",
                        "san=" + name)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException(Files.readString(directory.resolve("log")));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void export() throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance(identity().toFile(), PASSWORD.toCharArray());
        pem("PRIVATE KEY", own.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
        pem("CERTIFICATE", own.getCertificate(ALIAS).getEncoded());
        KeyStore trusting = KeyStore.getInstance("PKCS12");
        trusting.load(null, null);
        trusting.setCertificateEntry(ALIAS, own.getCertificate(ALIAS));
        try (OutputStream file = Files.newOutputStream(trust())) {
            trusting.store(file, PASSWORD.toCharArray());
        }
    }

    private void pem(String kind, byte[] content) throws IOException {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(
                directory.resolve(kind), "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
    }

    /** What a server needs to listen by TLS at a port besides its plain one. */
    public String[] options(int port, String clients) {
        return new String[] {
            "--tls-port", Integer.toString(port),
            "--tls-cert-file", directory.resolve("CERTIFICATE").toString(),
            "--tls-key-file", directory.resolve("PRIVATE KEY").toString(),
            "--tls-ca-cert-file", directory.resolve("CERTIFICATE").toString(),
            "--tls-auth-clients", clients
        };
    }

    /** A store that trusts this certificate. */
    public Path trust() {
        return directory.resolve("trust.p12");
    }

    /** A store with its key. */
    public Path identity() {
        return directory.resolve("identity.p12");
    }
}
