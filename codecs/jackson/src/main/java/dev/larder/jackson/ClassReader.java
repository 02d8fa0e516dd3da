package dev.larder.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.larder.spi.AllowedClasses;
import java.io.IOException;

/** Reads a class by its name. The cache's class filter checks it before it is loaded, and it is not initialised. */
final class ClassReader extends StdDeserializer<Class<?>> {
    private static final long serialVersionUID = 1L;

    private final transient AllowedClasses classes;

    ClassReader(AllowedClasses classes) {
        super(Class.class);
        this.classes = classes;
    }

    @Override
    public Class<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
        return classes.load(in.getText());
    }
}
