package dev.larder.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.filter.AllowList;
import dev.larder.internal.codec.filter.DefaultTypes;
import dev.larder.internal.codec.filter.JdkTypes;
import dev.larder.internal.codec.type.Instantiator;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which classes the class filter accepts: at write, at read, in graphs, streams and keys. */
class AllowedClassesTest {
    static final AtomicInteger INITIALISED = new AtomicInteger();

    record Line(String article, Kind kind) {}

    enum Kind {
        A,
        B
    }

    static class Address {
        String street = "Long Lane";
    }

    static class Order {
        List<Line> lines = new ArrayList<>(List.of(new Line("x", Kind.A)));
        Map<String, Address[]> addresses = new HashMap<>(Map.of("home", new Address[] {new Address()}));
        Object anything = "any";
    }

    sealed interface Shape permits Circle, Square {}

    record Circle(int radius) implements Shape {}

    record Square(int side) implements Shape {}

    static final class Stranger implements Serializable {
        final int number = 1;
    }

    static final class StrangerWithHooks implements Serializable {
        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
        }
    }

    /** Says when its initialiser runs. */
    static final class Loud implements Serializable {
        static {
            INITIALISED.incrementAndGet();
        }
    }

    static final class LoudWithHooks implements Serializable {
        static {
            INITIALISED.incrementAndGet();
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
        }
    }

    private final Marshaller trusting = marshaller("*", Set.of(Object.class));
    private final Marshaller strict = marshaller("", Set.of(Object.class));

    static Stream<Arguments> strangers() throws Exception {
        return Stream.of(
                        new Stranger(),
                        new StrangerWithHooks(),
                        new Stranger[0],
                        new Stranger[0][0],
                        List.of(new Stranger()),
                        new Object[] {new StrangerWithHooks()},
                        Map.of("k", new Stranger()),
                        Stranger.class,
                        Kind.A,
                        new URL("http://example.org"))
                .map(value -> Arguments.of((Object) value));
    }

    /** No package of the JDK is on the list as a whole. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.Timer",
                "java.util.TimerTask",
                "java.util.Formatter",
                "java.util.Scanner",
                "java.util.ServiceLoader",
                "java.util.ResourceBundle",
                "java.util.concurrent.ForkJoinPool",
                "java.util.concurrent.ThreadPoolExecutor",
                "java.util.concurrent.CompletableFuture",
                "java.util.concurrent.Phaser",
                "java.util.concurrent.DelayQueue",
                "java.util.logging.FileHandler",
                "java.util.zip.ZipFile",
                "java.util.jar.JarFile",
                "java.util.prefs.Preferences",
                "java.util.regex.Matcher",
                "java.text.Collator",
                "java.time.Clock",
                "java.io.File",
                "java.io.FileOutputStream",
                "java.io.ObjectInputStream",
                "java.lang.ClassLoader",
                "java.lang.ProcessBuilder",
                "java.lang.Runtime",
                "java.lang.Thread",
                "java.lang.ThreadLocal",
                "java.lang.reflect.Method",
                "java.net.Socket",
                "java.net.URL",
                "java.net.URLClassLoader",
                "java.nio.file.Files",
                "java.rmi.server.UnicastRemoteObject",
                "java.security.SignedObject",
                "javax.management.BadAttributeValueExpException",
                "javax.naming.InitialContext",
                "javax.sql.rowset.BaseRowSet",
                "com.sun.rowset.JdbcRowSetImpl",
                "sun.misc.Unsafe"
            })
    void allow_classOfTheJdkThatIsNoValue_isFalse(String name) {
        assertThat(DefaultTypes.allow(name)).isFalse();
        assertThat(DefaultTypes.allow(name + "$Nested")).isFalse();
    }

    @Test
    void allow_listedClassesOfTheJdk_areThere() {
        assertThat(JdkTypes.names()).allSatisfy(name -> {
            assertThat(Class.forName(name, false, null)).isNotNull();
            assertThat(DefaultTypes.allow(name)).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void encode_classOffTheList_isRefusedWithTheSettingToAdd(Object value) {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> strict.encode("k", value, 0))
                .withMessageContainingAll("cache 'orders'", "allow-list", "allow=", "larder.allow");
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void value_classOffTheList_isUndecodable(Object value) {
        ByteEntry entry = trusting.encode("k", value, ByteEntry.ETERNAL);

        assertThat(trusting.value("k", entry)).isNotNull();
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> strict.value("k", entry))
                .withMessageContainingAll("cache 'orders'", "allow-list");
    }

    @Test
    void encode_classOffTheList_namesClassAndPackage() {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> strict.encode("k", new Stranger(), 0))
                .withMessageContainingAll(Stranger.class.getName(), "allow=dev.larder.internal.codec.*");
    }

    @Test
    void value_classOffTheList_isNotInitialised() throws Exception {
        for (Class<?> loud : List.of(Loud.class, LoudWithHooks.class)) {
            ByteEntry entry = trusting.encode("k", Instantiator.of(loud).newInstance(), ByteEntry.ETERNAL);
            ByteEntry renamed =
                    Renamed.in(entry, loud.getSimpleName(), loud.getSimpleName().replace('L', 'S'));
            int before = INITIALISED.get();

            assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> strict.value("k", renamed));
            assertThat(INITIALISED.get()).isEqualTo(before);
        }
    }

    /** Copies of the loud classes that are not initialised yet. */
    static final class Soud implements Serializable {
        static {
            INITIALISED.incrementAndGet();
        }
    }

    static final class SoudWithHooks implements Serializable {
        static {
            INITIALISED.incrementAndGet();
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
        }
    }

    @Test
    void value_classThatAnotherCacheOfTheManagerKnows_isUndecodable() {
        Codecs codecs = new Codecs(getClass().getClassLoader());
        Marshaller lines = codecs.marshaller("lines", Set.of(Line.class), 500, 10_000);
        Marshaller others = codecs.marshaller("others", Set.of(String.class), 500, 10_000);
        ByteEntry entry = lines.encode("k", new Line("x", Kind.A), 0);

        assertThat(lines.value("k", entry)).isEqualTo(new Line("x", Kind.A));
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> others.value("k", Renamed.in(entry, "x", "x")))
                .withMessageContainingAll("cache 'others'", Line.class.getName());
    }

    @Test
    void marshaller_declaredTypes_vouchForWhatTheyAreMadeOf() {
        Marshaller typed = marshaller("", Set.of(Long.class, Order.class));

        Order back = (Order) typed.value(1L, typed.encode(1L, new Order(), ByteEntry.ETERNAL));

        assertThat(back).usingRecursiveComparison().isEqualTo(new Order());
    }

    @Test
    void marshaller_declaredTypeHoldsAnything_doesNotVouchForIt() {
        Marshaller typed = marshaller("", Set.of(Long.class, Order.class));
        Order order = new Order();
        order.anything = new Stranger();

        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> typed.encode(1L, order, 0))
                .withMessageContaining(Stranger.class.getName());
    }

    @Test
    void marshaller_sealedType_vouchesForItsSubclasses() {
        Marshaller typed = marshaller("", Set.of(Long.class, Shape.class));

        assertThat(typed.value(1L, typed.encode(1L, new Circle(5), 0))).isEqualTo(new Circle(5));
        assertThat(typed.value(1L, typed.encode(1L, new Square(5), 0))).isEqualTo(new Square(5));
    }

    @Test
    void key_classOffTheList_isRefusedBothWays() {
        Line key = new Line("x", Kind.B);
        ByteKey at = trusting.key(key);
        ByteEntry entry = trusting.encode(key, "value", 0);

        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> strict.key(key))
                .withMessageContainingAll("cache 'orders'", Line.class.getName(), "allow=");
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> strict.key(at, entry));
        assertThatExceptionOfType(CodecException.class).isThrownBy(() -> strict.key(Kind.A));
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> strict.key(trusting.key(Kind.A), entry));
    }

    private Marshaller marshaller(String allow, Set<Class<?>> declared) {
        return new Codecs(getClass().getClassLoader(), AllowList.parse(allow))
                .marshaller("orders", declared, 500, 10_000);
    }
}
