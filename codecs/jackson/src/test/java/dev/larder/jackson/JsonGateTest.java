package dev.larder.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.larder.spi.AllowedClasses;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What foreign JSON cannot do, even if the core's allow-list accepts every class of the JDK. */
class JsonGateTest {
    static final AtomicInteger INITIALISED = new AtomicInteger();

    /** Says when it is initialised. */
    static final class Loud {
        static {
            INITIALISED.incrementAndGet();
        }

        public int number;
    }

    record Typed(Class<?> type, Object any) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    interface Named {}

    record Holder(Named named) {}

    static final class LoudNamed implements Named {
        static {
            INITIALISED.incrementAndGet();
        }
    }

    /** Allows what is in no package of this test, and the two records. */
    private static final AllowedClasses STRICT = new AllowedClasses() {
        @Override
        public void check(Class<?> type) {
            if (!Set.of(Typed.class, Holder.class).contains(type) && !JdkJsonTypes.isJdk(type)) {
                throw new IllegalStateException("not on the allow-list: " + type);
            }
        }

        @Override
        public Class<?> load(String name) {
            try {
                Class<?> type = Class.forName(name, false, JsonGateTest.class.getClassLoader());
                check(type);
                return type;
            } catch (ClassNotFoundException missing) {
                throw new IllegalStateException(missing);
            }
        }
    };

    private final CacheSerializer serializer = new CacheSerializer(STRICT);

    private Object read(Class<?> type, String json) {
        return serializer.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    private Object readTyped(Class<?> type, String json) {
        return read(type, "\u0001" + json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.util.Timer | {}",
                "java.util.Timer | \"t\"",
                "java.util.Formatter | \"victim.txt\"",
                "java.util.Scanner | \"x\"",
                "java.util.concurrent.ForkJoinPool | {}",
                "java.util.concurrent.ScheduledThreadPoolExecutor | 5",
                "java.util.concurrent.Phaser | 3",
                "java.util.concurrent.ArrayBlockingQueue | 2000000000",
                "java.util.concurrent.locks.ReentrantLock | {}",
                "java.util.BitSet | 2147483647",
                "java.lang.StringBuilder | 2000000000",
                "java.util.concurrent.atomic.AtomicLongArray | 2000000000",
                "java.util.ArrayList | 2000000000",
                "java.util.ArrayDeque | 2000000000",
                "java.util.HashMap | 2000000000",
                "java.util.concurrent.ConcurrentHashMap | 1000000000",
                "java.util.LinkedHashSet | 1000000000",
                "java.util.Vector | 2000000000",
                "java.util.IdentityHashMap | 300000000",
                "java.lang.Throwable | {\"message\":\"m\"}",
                "java.net.InetAddress | \"localhost\"",
                "java.net.InetSocketAddress | \"localhost:80\"",
                "java.net.URL | \"http://example.org\"",
                "java.io.File | \"victim.txt\"",
                "java.io.FileOutputStream | \"victim.txt\"",
                "java.io.PrintWriter | \"victim.txt\"",
                "java.util.logging.FileHandler | \"victim.txt\"",
                "java.util.zip.ZipFile | \"victim.zip\"",
                "java.util.jar.JarFile | \"victim.jar\"",
                "java.util.ServiceLoader | {}",
                "java.util.regex.Pattern | \"(a+)+$\"",
                "java.lang.Thread | \"t\"",
                "java.lang.ProcessBuilder | [\"ls\"]",
                "javax.management.ObjectName | \"a:b=c\"",
                "java.math.BigInteger | 1e100000000",
            })
    void read_classOfTheJdkThatIsNoValue_isRefusedInFrontAndWithin(String name, String json) throws Exception {
        Class<?> type = Class.forName(name, false, getClass().getClassLoader());
        assertThatThrownBy(() -> read(type, json)).isInstanceOf(RuntimeException.class);
        String within = "[\"" + name + "\"," + json + "]";
        assertThatThrownBy(() -> readTyped(ArrayList.class, "[" + within + "]")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> readTyped(Typed.class, "{\"any\":" + within + "}"))
                .isInstanceOf(RuntimeException.class);
        assertThat(new java.io.File("victim.txt")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Loud", "LoudNamed"})
    void read_nameOfAClassOffTheList_isRefusedAndNotInitialised(String simpleName) {
        String name = "\"dev.larder.jackson.JsonGateTest$" + simpleName + "\"";
        int before = INITIALISED.get();
        assertThatThrownBy(() -> read(Class.class, name)).hasMessageContaining("allow-list");
        assertThatThrownBy(() -> read(Class[].class, "[" + name + "]")).hasMessageContaining("allow-list");
        assertThatThrownBy(() -> read(Typed.class, "{\"type\":" + name + "}")).hasMessageContaining("allow-list");
        assertThatThrownBy(() -> readTyped(Typed.class, "{\"any\":[" + name + ",{}]}"))
                .hasMessageContaining("allow-list");
        assertThatThrownBy(() -> readTyped(ArrayList.class, "[[\"java.lang.Class\"," + name + "]]"))
                .hasMessageContaining("allow-list");
        assertThatThrownBy(() -> read(Holder.class, "{\"named\":{\"@class\":" + name + "}}"))
                .hasMessageContaining("allow-list");
        assertThat(INITIALISED.get()).isEqualTo(before);
    }

    @Test
    void write_classOffTheListWithin_isRefused() {
        assertThatThrownBy(() -> serializer.write(List.of(new Loud()))).hasMessageContaining("allow-list");
        assertThatThrownBy(() -> serializer.write(Map.of(1, new Loud()))).hasMessageContaining("allow-list");
    }

    @Test
    void read_numbersWithHugeExponents_costNothing() {
        assertThat(read(BigDecimal.class, "1e2000000000")).isEqualTo(new BigDecimal("1e2000000000"));
        assertThatThrownBy(() -> read(Long.class, "1e2000000000")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> readTyped(ArrayList.class, "[[\"java.math.BigInteger\",1e2000000000]]"))
                .isInstanceOf(RuntimeException.class);
    }
}
