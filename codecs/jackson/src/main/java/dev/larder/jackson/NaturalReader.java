package dev.larder.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import java.io.IOException;
import java.lang.constant.Constable;
import java.lang.constant.ConstantDesc;
import java.util.Set;

/** Reads a string, number or boolean where the declared type is an interface that Jackson itself cannot read. */
final class NaturalReader extends StdDeserializer<Object> {
    private static final long serialVersionUID = 1L;

    static final Set<Class<?>> INTERFACES = Set.of(Comparable.class, Constable.class, ConstantDesc.class);

    private final JavaType declared;

    NaturalReader(JavaType declared) {
        super(declared);
        this.declared = declared;
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
        Object natural = TypeDeserializer.deserializeIfNatural(in, context, declared);
        return natural != null ? natural : context.handleUnexpectedToken(declared, in);
    }

    @Override
    public Object deserializeWithType(JsonParser in, DeserializationContext context, TypeDeserializer ids)
            throws IOException {
        return ids.deserializeTypedFromAny(in, context);
    }
}
