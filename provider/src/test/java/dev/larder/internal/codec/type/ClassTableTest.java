package dev.larder.internal.codec.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.codec.Values;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassTableTest {
    @Test
    void get_amongHundredsOfClasses_findsEach() {
        ClassTable<Integer> table = new ClassTable<>();
        List<Class<?>> classes = new ArrayList<>();
        for (Object value : Values.all().toList()) {
            Class<?> type = value.getClass();
            for (int dimension = 0; dimension < 4; dimension++) {
                if (!classes.contains(type)) {
                    classes.add(type);
                }
                type = Array.newInstance(type, 0).getClass();
            }
        }

        for (int i = 0; i < classes.size(); i++) {
            assertThat(table.get(classes.get(i))).isNull();
            table.put(classes.get(i), i);
            table.put(classes.get(i), -1);
        }

        assertThat(classes).hasSizeGreaterThan(200);
        for (int i = 0; i < classes.size(); i++) {
            assertThat(table.get(classes.get(i))).isEqualTo(i);
        }
    }
}
