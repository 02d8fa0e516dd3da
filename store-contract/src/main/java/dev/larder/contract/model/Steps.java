package dev.larder.contract.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes random steps. The same seed gives the same steps. */
final class Steps {
    static final List<String> KEYS = List.of("k0", "k1", "k2", "k3");
    private static final int VALUES = 3;
    private static final String LETTERS = "egsir";
    private static final int KEYED_SHARE = 3;

    private final Random random;
    private final List<Call> calls;
    private final Call pass;

    /**
     * Creates a source of steps.
     *
     * @param clock the clock that a step may move
     * @param steerable whether the cache uses that clock
     * @param tagged whether entries have tags
     */
    Steps(long seed, ManualClock clock, boolean steerable, boolean tagged) {
        this.random = new Random(seed);
        this.calls = Calls.all();
        if (tagged) {
            calls.addAll(TagCalls.ALL);
        }
        this.pass = Calls.call(
                "minutes pass",
                (cache, step) -> Calls.done(() -> {
                    if (steerable) {
                        clock.passMinutes(step.a() * 5);
                    }
                }),
                (model, step) -> null);
    }

    List<Step> take(int count) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(next());
        }
        return steps;
    }

    private Step next() {
        int from = random.nextInt(calls.size() + 2);
        return new Step(
                from < calls.size() ? calls.get(from) : pass,
                keys(),
                random.nextInt(VALUES) + 1,
                random.nextInt(VALUES) + 1,
                script());
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        int count = 1 + random.nextInt(KEYED_SHARE);
        for (int i = 0; i < count; i++) {
            keys.add(KEYS.get(random.nextInt(KEYS.size())));
        }
        return keys;
    }

    private String script() {
        StringBuilder script = new StringBuilder();
        int length = random.nextInt(4);
        for (int i = 0; i < length; i++) {
            script.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return script.toString();
    }
}
