package dev.larder.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module.SetupContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleSerializers;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes and reads a {@code Timestamp} with its nanoseconds, if the module {@code java.sql} is present. */
final class Timestamps {
    private Timestamps() {}

    static boolean arePresent() {
        return ModuleLayer.boot().findModule("java.sql").isPresent();
    }

    static void addTo(SetupContext context) {
        SimpleSerializers writers = new SimpleSerializers();
        writers.addSerializer(new Writer());
        context.addSerializers(writers);
        SimpleDeserializers readers = new SimpleDeserializers();
        readers.addDeserializer(Timestamp.class, new Reader());
        context.addDeserializers(readers);
    }

    private static final class Writer extends StdScalarSerializer<Timestamp> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(Timestamp.class);
        }

        // Whole milliseconds are written as by Jackson itself.
        @Override
        public void serialize(Timestamp moment, JsonGenerator out, SerializerProvider provider) throws IOException {
            Instant instant = moment.toInstant();
            if (instant.truncatedTo(ChronoUnit.MILLIS).equals(instant)) {
                provider.defaultSerializeDateValue(moment, out);
            } else {
                out.writeString(instant.toString());
            }
        }
    }

    private static final class Reader extends StdDeserializer<Timestamp> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(Timestamp.class);
        }

        @Override
        public Timestamp deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                return Timestamp.from(Instant.parse(in.getText()));
            } catch (DateTimeException older) {
                return new Timestamp(_parseDate(in, context).getTime());
            }
        }
    }
}
