package dev.larder.internal.config;

import dev.larder.spi.StoreAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds configuration files by URL, as {@code classpath:name}, or by a plain path. */
final class ConfigurationFiles {
    private static final Set<String> FILE_SCHEMES = Set.of("file", "jar", "classpath");
    private static final Pattern YAML = Pattern.compile("(?i)[^?#]*\\.ya?ml(?:[?#].*)?");
    private static final String CLASS_PATH = "classpath:";

    private final ClassLoader loader;

    ConfigurationFiles(ClassLoader loader) {
        this.loader = loader;
    }

    /** Whether a text names a configuration file rather than a store or a manager. */
    static boolean isNamedBy(String text) {
        return FILE_SCHEMES.contains(schemeOf(text)) || YAML.matcher(text).matches();
    }

    /** The text before the first colon, in lower case; empty for a plain path, with or without a drive letter. */
    static String schemeOf(String text) {
        int colon = text.indexOf(':');
        return colon <= 1 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    /** The file of that name on the class path, null if there is none. */
    @Nullable
    ConfigurationText onClassPath(String name) {
        URL url = loader.getResource(name);
        return url == null ? null : read(url.toString(), url);
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it does not exist or cannot be read
     */
    ConfigurationText read(String name) {
        if (name.startsWith(CLASS_PATH)) {
            return read(name, resource(name, name.substring(CLASS_PATH.length())));
        }
        return schemeOf(name).isEmpty() ? readPath(name) : read(name, url(name));
    }

    private ConfigurationText readPath(String name) {
        Path path = path(name);
        if (path == null || !Files.exists(path)) {
            URL url = loader.getResource(name);
            if (url == null) {
                throw new IllegalArgumentException("configuration file '" + name
                        + "' is neither a file in the working directory nor on the class path");
            }
            return read(name, url);
        }
        try {
            return new ConfigurationText(name, Files.readString(path));
        } catch (IOException failure) {
            throw unreadable(name, failure);
        }
    }

    private static @Nullable Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException notOfThisFileSystem) {
            return null;
        }
    }

    private URL resource(String name, String path) {
        URL url = loader.getResource(path.startsWith("/") ? path.substring(1) : path);
        if (url == null) {
            throw new IllegalArgumentException("configuration file '" + name + "' is not on the class path");
        }
        return url;
    }

    private static URL url(String name) {
        try {
            return URI.create(name).toURL();
        } catch (MalformedURLException | IllegalArgumentException failure) {
            throw unreadable(name, failure);
        }
    }

    private static ConfigurationText read(String name, URL url) {
        try {
            URLConnection connection = url.openConnection();
            // A cached jar stays open and then cannot be replaced by a redeployment.
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                return new ConfigurationText(
                        StoreAddress.masked(name), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw unreadable(name, failure);
        }
    }

    private static IllegalArgumentException unreadable(String name, Exception failure) {
        return new IllegalArgumentException(
                "configuration file '" + StoreAddress.masked(name) + "' cannot be read: " + failure, failure);
    }
}
