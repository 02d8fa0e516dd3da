package dev.larder.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.filter.AllowList;
import dev.larder.spi.ByteEntry;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Classes that take their serialisation into their own hands, and what only Java serialisation knows. */
@NullUnmarked
class HooksTest {
    enum Way {
        BYTES,
        COPY
    }

    static final class Singleton implements Serializable {
        static final Singleton INSTANCE = new Singleton();
        int state = 1;

        private Object readResolve() {
            return INSTANCE;
        }
    }

    static final class OwnForm implements Serializable {
        transient String text;

        OwnForm(String text) {
            this.text = text;
        }

        private void writeObject(ObjectOutputStream out) throws IOException {
            out.writeUTF(text);
        }

        private void readObject(ObjectInputStream in) throws IOException {
            text = in.readUTF();
        }
    }

    public static final class External implements Externalizable {
        int number;

        public External() {}

        @Override
        public void writeExternal(ObjectOutput out) throws IOException {
            out.writeInt(number);
        }

        @Override
        public void readExternal(ObjectInput in) throws IOException {
            number = in.readInt() + 1;
        }
    }

    static final class Replaced implements Serializable {
        final transient int number;

        Replaced(int number) {
            this.number = number;
        }

        private Object writeReplace() {
            return new Form(number);
        }

        record Form(int number) implements Serializable {
            private Object readResolve() {
                return new Replaced(number);
            }
        }
    }

    static final class OrderException extends RuntimeException {
        final int order;

        OrderException(int order, Throwable cause) {
            super("order " + order, cause);
            this.order = order;
        }
    }

    static final class Tags extends ArrayList<String> {
        String owner = "Ada";
    }

    /** Not serialisable itself, and holds what only Java serialisation knows. */
    static final class Envelope {
        Object first;
        Object second;
        List<Object> rest = new ArrayList<>();
    }

    static final class SerialEnvelope implements Serializable {
        Object first;
        Object second;
    }

    /** Only Java serialisation knows how to write it, and it may hold anything. */
    static final class Parcel implements Serializable {
        Object content;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
        }
    }

    interface Greeter {
        String greet();
    }

    record Handler(String text) implements InvocationHandler, Serializable {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            return text;
        }
    }

    interface SerialFunction extends Function<String, String>, Serializable {}

    private final Codecs codecs = new Codecs(getClass().getClassLoader(), AllowList.parse("dev.larder.**"));
    private final Marshaller marshaller = codecs.marshaller("orders", Set.of(), 250, 1_000_000);

    @ParameterizedTest
    @EnumSource
    void singleton_staysOne(Way way) {
        assertThat(through(way, Singleton.INSTANCE)).isSameAs(Singleton.INSTANCE);
        assertThat(through(way, new ArrayList<>(List.of(Singleton.INSTANCE))).get(0))
                .isSameAs(Singleton.INSTANCE);
    }

    @ParameterizedTest
    @EnumSource
    void ownHooks_areCalled(Way way) {
        External external = new External();
        external.number = 5;

        assertThat(through(way, new OwnForm("x")).text).isEqualTo("x");
        assertThat(through(way, external).number).isEqualTo(6);
    }

    @Test
    void writeReplace_isCalled() {
        Replaced value = new Replaced(7);

        assertThat(through(Way.BYTES, value))
                .isNotSameAs(value)
                .extracting("number")
                .isEqualTo(7);
        assertThat(through(Way.COPY, value)).as("it never changes").isSameAs(value);
    }

    @ParameterizedTest
    @EnumSource
    void exception_keepsStackCauseAndSuppressed(Way way) {
        OrderException exception = new OrderException(7, new IOException("disk"));
        exception.addSuppressed(new IllegalStateException("also"));

        OrderException back = through(way, exception);

        assertThat(back).isNotSameAs(exception).hasMessage("order 7");
        assertThat(back.order).isEqualTo(7);
        assertThat(back.getStackTrace()).isEqualTo(exception.getStackTrace()).isNotEmpty();
        assertThat(back.getCause()).isInstanceOf(IOException.class).hasMessage("disk");
        assertThat(back.getSuppressed()).hasSize(1);
        assertThat(back.getSuppressed()[0]).hasMessage("also");
    }

    @ParameterizedTest
    @EnumSource
    void collectionOfTheApplication_keepsWhatItAdds(Way way) {
        Tags tags = new Tags();
        tags.add("a");
        tags.owner = "Grace";

        Tags back = through(way, tags);

        assertThat(back).isNotSameAs(tags).containsExactly("a");
        assertThat(back.owner).isEqualTo("Grace");
    }

    @ParameterizedTest
    @EnumSource
    void severalStreamsInOneValue_doNotDisturbEachOther(Way way) {
        Envelope envelope = new Envelope();
        envelope.first = new OwnForm("a");
        envelope.second = new OwnForm("b");
        envelope.rest.add(new OrderException(1, null));
        envelope.rest.add(new OrderException(2, null));

        Envelope back = through(way, envelope);

        assertThat(((OwnForm) back.first).text).isEqualTo("a");
        assertThat(((OwnForm) back.second).text).isEqualTo("b");
        assertThat(back.rest).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void objectSharedWithAStream_staysOneObject(Way way) {
        Map<String, String> shared = new HashMap<>(Map.of("a", "b"));
        for (boolean streamFirst : new boolean[] {true, false}) {
            Parcel parcel = new Parcel();
            parcel.content = shared;
            SerialEnvelope envelope = new SerialEnvelope();
            envelope.first = streamFirst ? parcel : shared;
            envelope.second = streamFirst ? shared : parcel;

            SerialEnvelope back = through(way, envelope);

            Parcel parcelBack = (Parcel) (streamFirst ? back.first : back.second);
            assertThat(parcelBack.content).isEqualTo(shared).isSameAs(streamFirst ? back.second : back.first);
        }
    }

    @ParameterizedTest
    @EnumSource
    void cycleThroughAStream_staysACycle(Way way) {
        SerialEnvelope envelope = new SerialEnvelope();
        Parcel parcel = new Parcel();
        parcel.content = envelope;
        envelope.first = parcel;

        SerialEnvelope back = through(way, envelope);

        assertThat(((Parcel) back.first).content).isSameAs(back);
    }

    @ParameterizedTest
    @EnumSource
    void objectSharedWithAStreamInWhatIsNotSerialisable_isRefused(Way way) {
        Envelope envelope = new Envelope();
        Parcel parcel = new Parcel();
        parcel.content = envelope.rest;
        envelope.first = parcel;

        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> through(way, envelope))
                .withMessageContaining("shared");
    }

    @ParameterizedTest
    @EnumSource
    void proxy_keepsItsHandler(Way way) {
        Greeter greeter = (Greeter) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Greeter.class}, new Handler("hello"));

        assertThat(through(way, greeter).greet()).isEqualTo("hello");
    }

    @ParameterizedTest
    @EnumSource
    void lambda_serialisable_works(Way way) {
        String suffix = "!";
        SerialFunction lambda = text -> text + suffix;

        assertThat(through(way, lambda).apply("hello")).isEqualTo("hello!");
    }

    @Test
    void encode_lambdaThatIsNotSerialisable_isRefused() {
        Supplier<String> lambda = () -> "x";

        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> marshaller.encode(1, lambda, 0))
                .withMessageContainingAll("cache 'orders'", "lambda", "Serializable");
    }

    @Test
    void encode_viewOfAMap_saysWhatToDo() {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> marshaller.encode(1, new HashMap<>(Map.of(1, 2)).keySet(), 0))
                .withMessageContaining("new ArrayList");
    }

    @Test
    void encode_afterAFailure_worksAgain() {
        List<Object> bad = new ArrayList<>(List.of("a", new Object[] {Thread.currentThread()}));
        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(CodecException.class).isThrownBy(() -> marshaller.encode(1, bad, 0));
            assertThat(through(Way.BYTES, new OwnForm("x")).text).isEqualTo("x");
        }
    }

    @SuppressWarnings("unchecked")
    private <T> T through(Way way, T value) {
        return way == Way.COPY
                ? codecs.copier("orders").copy(value)
                : (T) marshaller.value("key", marshaller.encode("key", value, ByteEntry.ETERNAL));
    }
}
