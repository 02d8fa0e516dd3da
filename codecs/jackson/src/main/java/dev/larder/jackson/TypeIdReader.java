package dev.larder.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import com.fasterxml.jackson.databind.jsontype.impl.AsArrayTypeDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link TypeIdWriter} wrote. An array is a class name and a value; anything else is of the declared class.
 */
final class TypeIdReader extends AsArrayTypeDeserializer {
    private static final long serialVersionUID = 1L;

    TypeIdReader(JavaType base, TypeIdResolver ids) {
        super(base, ids, null, false, null);
    }

    private TypeIdReader(TypeIdReader from, @Nullable BeanProperty property) {
        super(from, property);
    }

    @Override
    public TypeDeserializer forProperty(@Nullable BeanProperty property) {
        return property == _property ? this : new TypeIdReader(this, property);
    }

    @Override
    public Object deserializeTypedFromObject(JsonParser in, DeserializationContext context) throws IOException {
        return read(in, context);
    }

    @Override
    public Object deserializeTypedFromScalar(JsonParser in, DeserializationContext context) throws IOException {
        return read(in, context);
    }

    @Override
    public Object deserializeTypedFromAny(JsonParser in, DeserializationContext context) throws IOException {
        return read(in, context);
    }

    private Object read(JsonParser in, DeserializationContext context) throws IOException {
        return in.isExpectedStartArrayToken()
                ? super.deserializeTypedFromArray(in, context)
                : context.findContextualValueDeserializer(_baseType, _property).deserialize(in, context);
    }
}
