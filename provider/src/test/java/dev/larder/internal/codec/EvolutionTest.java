package dev.larder.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.filter.AllowList;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The class that was written is not quite the class that is read, and loaders come and go. */
@NullUnmarked
class EvolutionTest {
    private static final String BEFORE = "public class Order { int number = 5; String name = \"x\"; }";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public class Order { int number = 5; String name = \"x\"; String added; }",
                "public class Order { int number = 5; }",
                "public class Order { long number = 5; String name = \"x\"; }",
                "public class Order { int number = 5; String renamed = \"x\"; }",
                "public class Order extends Base { int number = 5; String name = \"x\"; } class Base { int more; }",
                "public record Order(int number, String name) { Order() { this(5, \"x\"); } }",
                "public enum Order { ONE }",
                "public class Order extends java.util.ArrayList<String> { int number = 5; String name = \"x\"; }"
            })
    void value_fieldsOfTheClassChanged_isUndecodable(String after) throws Exception {
        ByteEntry entry = write(BEFORE);

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> marshaller(Compiled.order(directory, after)).value("k", entry))
                .withMessageContainingAll("cache 'orders'", "app.Order");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public class Order { String name = \"x\"; int number = 5; }",
                "public class Order { int number = 6; String name = \"y\"; int more() { return 1; } }",
                "public class Order { int number = 5; String name = \"x\"; transient String added; static int COUNT; }"
            })
    void value_fieldsOfTheClassAreTheSame_isRead(String after) throws Exception {
        ByteEntry entry = write(BEFORE);
        ClassLoader loader = Compiled.order(directory, after);

        Object value = marshaller(loader).value("k", entry);

        assertThat(value).hasFieldOrPropertyWithValue("number", 5).hasFieldOrPropertyWithValue("name", "x");
        assertThat(value.getClass().getClassLoader()).isSameAs(loader);
    }

    @Test
    void value_classIsGone_isUndecodable() throws Exception {
        ByteEntry entry = write(BEFORE);

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> marshaller(getClass().getClassLoader()).value("k", entry))
                .withMessageContaining("app.Order");
    }

    @Test
    void value_enumConstantsMovedAndAdded_isTheSameConstant() throws Exception {
        ByteEntry entry = write(
                "public class Order { Color color = Color.GREEN; Object other = Color.RED; } enum Color { RED, GREEN }");
        ClassLoader moved = Compiled.order(
                directory, "public class Order { Color color; Object other; } enum Color { BLUE, GREEN, RED }");
        ClassLoader removed =
                Compiled.order(directory, "public class Order { Color color; Object other; } enum Color { BLUE, RED }");

        assertThat(marshaller(moved).value("k", entry)).extracting("color").hasToString("GREEN");
        assertThat(marshaller(moved).value("k", entry)).extracting("other").hasToString("RED");
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> marshaller(removed).value("k", entry))
                .withMessageContaining("GREEN");
    }

    @Test
    void value_classWithHooksChanged_isUndecodable() throws Exception {
        String hooks =
                "private void readObject(java.io.ObjectInputStream in) throws Exception { in.defaultReadObject(); } ";
        ByteEntry entry = write("public class Order implements java.io.Serializable { int number; " + hooks + "}");
        ClassLoader after = Compiled.order(
                directory, "public class Order implements java.io.Serializable { int number; int more; " + hooks + "}");

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> marshaller(after).value("k", entry))
                .withMessageContaining("app.Order");
    }

    @Test
    void value_constructorOfARecordObjects_isUndecodable() throws Exception {
        ByteEntry entry = write("public record Order(int number) { public Order() { this(5); } }");
        ClassLoader after = Compiled.order(
                directory,
                "public record Order(int number) { public Order { if (number < 9) throw new IllegalArgumentException(); } }");

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> marshaller(after).value("k", entry));
    }

    @Test
    void key_fieldsOfTheClassChanged_isAnotherKeyAndUndecodable() throws Exception {
        ClassLoader before =
                Compiled.order(directory, "public record Order(int a, int b) { public Order() { this(1, 2); } }");
        ClassLoader after =
                Compiled.order(directory, "public record Order(int b, int c) { public Order() { this(1, 2); } }");
        ByteKey key = marshaller(before).key(Compiled.newOrder(before));
        ByteEntry entry = marshaller(before).encode(Compiled.newOrder(before), "value", 0);

        assertThat(marshaller(after).key(Compiled.newOrder(after))).isNotEqualTo(key);
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> marshaller(after).key(key, entry));
    }

    @Test
    void codecs_unreferenced_releaseTheClassesTheyHaveSeen() throws Exception {
        WeakReference<ClassLoader> loader = useAndForget();

        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (loader.get() != null && System.nanoTime() < end) {
            System.gc();
            Thread.onSpinWait();
        }

        assertThat(loader.get()).isNull();
    }

    private WeakReference<ClassLoader> useAndForget() throws Exception {
        ClassLoader loader = Compiled.order(directory, BEFORE);
        Codecs codecs = new Codecs(loader, AllowList.parse("app.*"));
        Object order = Compiled.newOrder(loader);
        Marshaller marshaller = codecs.marshaller("orders", Set.of(order.getClass()), 250, 10_000);
        assertThat(marshaller.value("k", marshaller.encode("k", order, 0))).isNotNull();
        assertThat(codecs.copier("orders").copy(order)).isNotSameAs(order);
        return new WeakReference<>(loader);
    }

    private ByteEntry write(String source) throws Exception {
        ClassLoader loader = Compiled.order(directory, source);
        return marshaller(loader).encode("k", Compiled.newOrder(loader), ByteEntry.ETERNAL);
    }

    private static Marshaller marshaller(ClassLoader loader) {
        return new Codecs(loader, AllowList.parse("app.*")).marshaller("orders", Set.of(), 250, 10_000);
    }
}
