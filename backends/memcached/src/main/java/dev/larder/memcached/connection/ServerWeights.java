package dev.larder.memcached.connection;

import dev.larder.spi.Settings;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Parses the setting {@code weights}: a whole number for each server, in the order of the address. */
final class ServerWeights {
    private static final Pattern FORM = Pattern.compile("[1-9]\\d{0,2}(,[1-9]\\d{0,2})*");

    private ServerWeights() {}

    static int[] of(Settings settings, int servers) {
        String text = settings.text("weights");
        int[] weights = new int[servers];
        Arrays.fill(weights, 1);
        if (text == null) {
            return weights;
        }
        String[] parts = text.split(",", -1);
        if (!FORM.matcher(text).matches() || parts.length != servers) {
            throw settings.invalid(
                    "weights", servers + " numbers from 1 to 999, one for each server, as in weights=2,1");
        }
        return Arrays.stream(parts).mapToInt(Integer::parseInt).toArray();
    }
}
