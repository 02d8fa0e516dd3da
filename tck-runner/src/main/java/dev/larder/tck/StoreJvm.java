package dev.larder.tck;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The JVM in which the TCK runs against one store. It gets this JVM's class path. */
final class StoreJvm {
    private final String address;
    private final Path folder;

    StoreJvm(String address, Path folder) {
        this.address = address;
        this.folder = folder;
    }

    /** Runs the JVM and waits until it ends. */
    Counts run() throws IOException, InterruptedException {
        deleteLastRun();
        int exit = new ProcessBuilder(command()).inheritIO().start().waitFor();
        Counts counts = Counts.read(folder);
        if (exit != 0 && counts.failed() == 0) {
            System.out.printf("The JVM for %s ended with exit code %d.%n", Address.shown(address), exit);
            return counts.plus(Counts.BROKEN);
        }
        return counts;
    }

    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        properties().forEach((name, value) -> command.add("-D" + name + '=' + value));
        command.addAll(List.of("-classpath", classPath()));
        command.addAll(List.of(StoreRun.class.getName(), folder.toString()));
        return command;
    }

    /** A folder with a {@code larder.yaml} goes first: its cache settings apply to every address. */
    private static String classPath() {
        String folder = System.getProperty("tck.configuration", "");
        String inherited = System.getProperty("java.class.path");
        if (folder.isBlank()) {
            return inherited;
        }
        if (!Files.exists(Path.of(folder, "larder.yaml"))) {
            throw new IllegalArgumentException("tck.configuration is '" + folder + "', and no larder.yaml is there");
        }
        return folder + File.pathSeparator + inherited;
    }

    /**
     * The properties that the TCK reads, and those that any application sets for Larder: the address of the store, and
     * which of its own classes may be stored. Properties of this JVM override them, except the address.
     */
    private Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        properties.put("javax.cache.Cache", "dev.larder.LarderCache");
        properties.put("javax.cache.CacheManager", "dev.larder.LarderCacheManager");
        properties.put("javax.cache.Cache.Entry", "dev.larder.LarderEntry");
        properties.put("org.jsr107.tck.support.server.address", "127.0.0.1");
        properties.put("larder.allow", "domain.*");
        System.getProperties().stringPropertyNames().stream()
                .filter(StoreJvm::isPassedOn)
                .forEach(name -> properties.put(name, System.getProperty(name)));
        properties.put("larder.uri", address);
        return properties;
    }

    private static boolean isPassedOn(String name) {
        return Stream.of("larder.", "tck.", "javax.cache.", "org.jsr107.").anyMatch(name::startsWith);
    }

    /** A run that dies must not be judged by the counts of the run before it. */
    private void deleteLastRun() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
