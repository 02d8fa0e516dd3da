package dev.larder.contract;

import dev.larder.contract.model.Scenario;
import dev.larder.contract.model.Trials;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Does a cache do what JSR-107 says, whatever is called in whatever order under whatever configuration? */
abstract class ModelContract extends CacheCase {

    @TestFactory
    Stream<DynamicTest> randomSteps_anyConfiguration_agreeWithTheModel() {
        long seed = Trials.seed();
        return Scenario.all().stream()
                .filter(scenario -> variant != Variant.FLAKY || scenario.isRepeatable())
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.toString(),
                        () -> Trials.run(
                                bench(),
                                scenario,
                                31 * seed + scenario.toString().hashCode())));
    }
}
