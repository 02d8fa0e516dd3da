package dev.larder.contract.cache;

import dev.larder.contract.CacheCase;
import dev.larder.contract.Variant;
import dev.larder.contract.model.Scenario;
import dev.larder.contract.model.Trials;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tests that a cache behaves as JSR-107 says, for random calls in random order under every configuration. */
public abstract class ModelContract extends CacheCase {

    @TestFactory
    Stream<DynamicTest> randomSteps_anyConfiguration_agreeWithTheModel() {
        return trials(this, Scenario.all());
    }

    /** Creates a trial for each scenario that the variant allows. */
    public static Stream<DynamicTest> trials(CacheCase place, List<Scenario> scenarios) {
        long seed = Trials.seed();
        return scenarios.stream()
                .filter(scenario -> place.variant != Variant.FLAKY || scenario.isRepeatable())
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.toString(),
                        () -> Trials.run(
                                place.trialSetup(),
                                scenario,
                                31 * seed + scenario.toString().hashCode())));
    }
}
