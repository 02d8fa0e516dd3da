package dev.larder.tck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the whole TCK against one store after the other. Each run has its own JVM, so that providers, MBeans and threads
 * of one run do not affect the next.
 *
 * <p>Arguments: the folder for the reports, and the addresses of the stores, separated by blanks. System properties
 * that begin with {@code larder.}, {@code tck.}, {@code javax.cache.} or {@code org.jsr107.} are passed on. The exit
 * code is 0 if all runs succeeded, otherwise 1. The last line is {@code N passed, N failed, N skipped}, over all
 * stores.
 */
public final class TckRunner {
    private TckRunner() {}

    /** Runs the TCK, and ends this JVM. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        List<String> addresses = List.of(arguments[1].trim().split("\\s+"));
        Counts total = Counts.NONE;
        for (String address : addresses) {
            total = total.plus(new StoreJvm(address, folder.resolve(Address.folder(address))).run());
        }
        System.out.println(total);
        System.exit(total.failed() == 0 ? 0 : 1);
    }
}
