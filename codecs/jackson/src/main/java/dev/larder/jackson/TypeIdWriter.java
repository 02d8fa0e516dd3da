package dev.larder.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import com.fasterxml.jackson.databind.jsontype.impl.AsArrayTypeSerializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the class of a value in front of it. It omits the class if it is the declared one and the value cannot be
 * mistaken for such a pair.
 */
final class TypeIdWriter extends AsArrayTypeSerializer {
    private final Class<?> base;

    TypeIdWriter(TypeIdResolver ids, @Nullable BeanProperty property, Class<?> base) {
        super(ids, property);
        this.base = base;
    }

    @Override
    public AsArrayTypeSerializer forProperty(@Nullable BeanProperty property) {
        return _property == property ? this : new TypeIdWriter(_idResolver, property, base);
    }

    @Override
    public WritableTypeId writeTypePrefix(JsonGenerator out, WritableTypeId id) throws IOException {
        if (id.valueShape == JsonToken.START_ARRAY || id.forValue == null || id.forValue.getClass() != base) {
            ObservedGenerator.noteTypeId(out);
            return super.writeTypePrefix(out, id);
        }
        if (id.valueShape == JsonToken.START_OBJECT) {
            out.writeStartObject(id.forValue);
        }
        return id;
    }
}
