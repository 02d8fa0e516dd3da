package dev.larder.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.runner.Request;

class TestClassesTest {
    private final List<Class<?>> classes = TestClasses.find();

    @ParameterizedTest
    @EnumSource
    void find_eachSuite_hasTheTestsThatTheTckHas(Suite suite) {
        int tests = classes.stream()
                .filter(type -> Suite.of(type.getName()) == suite)
                .mapToInt(type -> Request.aClass(type).getRunner().testCount())
                .sum();

        assertThat(tests).isEqualTo(suite.expected());
    }

    @Test
    void find_classThatItsNameHides_isThere() {
        assertThat(classes).extracting(Class::getSimpleName).contains("FactoryBuilderTest1");
    }
}
