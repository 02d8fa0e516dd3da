package dev.larder.contract.tag;

import dev.larder.contract.cache.ModelContract;
import dev.larder.contract.model.Scenario;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tests that entries with an invalidated tag are absent, for random calls in random order. */
abstract class TagModelContract extends TagCase {

    @TestFactory
    Stream<DynamicTest> randomSteps_withTags_agreeWithTheModel() {
        return ModelContract.trials(this, Scenario.allTagged());
    }
}
