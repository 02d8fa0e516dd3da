package dev.larder.contract.model;

import dev.larder.contract.model.Model.Expected;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/** A run of steps on a new cache and a new model, which are compared after each step. */
final class Trial {
    private static final Map<String, Integer> RECORDS = Map.of("k0", 1, "k1", 2);

    private final TrialSetup trialSetup;
    private final Scenario scenario;
    private final UserCallLog userCalls = new UserCallLog();
    private final UserCallLog policyCalls = new UserCallLog();
    private final EventLog eventLog = new EventLog();
    private final SystemOfRecord systemOfRecord = new SystemOfRecord(RECORDS, userCalls);
    private final Model model;
    private final List<Expected> awaited = new ArrayList<>();

    private Trial(TrialSetup trialSetup, Scenario scenario) {
        this.trialSetup = trialSetup;
        this.scenario = scenario;
        this.model = new Model(scenario, trialSetup.clock(), RECORDS);
    }

    /** The step at which a trial failed, and the difference. */
    record Failure(int step, String message) {}

    /** Runs the steps. Returns null if cache and model agree after each of them. */
    static @Nullable Failure run(TrialSetup trialSetup, Scenario scenario, List<Step> steps) {
        String name = "trial " + UUID.randomUUID();
        Trial trial = new Trial(trialSetup, scenario);
        Cache<String, Integer> cache = trialSetup
                .manager()
                .createCache(name, scenario.configuration(trial.systemOfRecord, trial.eventLog, trial.policyCalls));
        try {
            return trial.run(cache, Statistics.of(name), steps);
        } finally {
            trialSetup.manager().destroyCache(name);
        }
    }

    private @Nullable Failure run(Cache<String, Integer> cache, Statistics statistics, List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            String message = difference(cache, statistics, steps.get(i));
            if (message != null) {
                return new Failure(i, message);
            }
        }
        String message = scenario.listenerMode().sync ? null : differenceOfLateEvents();
        return message == null ? null : new Failure(steps.size() - 1, message);
    }

    private @Nullable String difference(Cache<String, Integer> cache, Statistics statistics, Step step) {
        Object result;
        try {
            result = step.call().real().on(cache, step);
        } catch (Exception | AssertionError failure) {
            return "it threw " + failure;
        }
        Object expected = step.call().ideal().on(model, step);
        if (!Objects.equals(result, expected)) {
            return differ("result", result, expected);
        }
        String difference = differenceOfEvents();
        if (difference == null) {
            difference = differenceOfCalls();
        }
        if (difference == null) {
            difference = compare("statistics", statistics.counts(), model.counts);
        }
        return difference == null ? differenceOfContents(cache) : difference;
    }

    private @Nullable String differenceOfEvents() {
        if (!scenario.listenerMode().sync) {
            awaited.addAll(model.events);
            model.events.clear();
            return null;
        }
        List<Event> reported = eventLog.drain();
        List<Expected> expected = Events.withSwept(model, reported);
        return new Events(scenario.listenerMode().oldValue).match(reported, expected)
                ? null
                : differ("events", reported, expected);
    }

    private @Nullable String differenceOfLateEvents() {
        Events events = new Events(scenario.listenerMode().oldValue);
        boolean right = eventLog.await(reported -> events.match(reported, awaited));
        return right ? null : differ("events", eventLog.drain(), awaited);
    }

    private @Nullable String differenceOfCalls() {
        String difference = compare("calls of loader and writer", calls(userCalls), calls(model.userCalls));
        Collection<String> counts = calls(policyCalls);
        Collection<String> expected = calls(model.policyCalls);
        if (difference == null && scenario.expiry().counts()) {
            difference = compare("calls of the expiry policy", counts, expected);
        }
        return difference == null ? compare("records behind", systemOfRecord.records, model.records) : difference;
    }

    private Collection<String> calls(UserCallLog userCallLog) {
        return trialSetup.exact() ? userCallLog.drain() : new TreeSet<>(userCallLog.drain());
    }

    private @Nullable String differenceOfContents(Cache<String, Integer> cache) {
        TreeSet<String> there = new TreeSet<>(Steps.KEYS);
        there.removeIf(key -> !cache.containsKey(key));
        return compare("keys", there, model.keys());
    }

    private static @Nullable String compare(String what, Object real, Object ideal) {
        return real.toString().equals(ideal.toString()) || real.equals(ideal) ? null : differ(what, real, ideal);
    }

    private static String differ(String what, @Nullable Object real, @Nullable Object ideal) {
        return what + ": the cache has " + real + ", the model " + ideal;
    }
}
