package dev.larder.jackson;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DatabindContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.jsontype.impl.TypeIdResolverBase;
import dev.larder.spi.AllowedClasses;

/**
 * Resolves classes by name. The cache's class filter checks them on writing and, before they are loaded, on reading.
 */
final class ClassIds extends TypeIdResolverBase {
    private final AllowedClasses classes;

    ClassIds(AllowedClasses classes) {
        this.classes = classes;
    }

    @Override
    public String idFromValue(Object value) {
        JdkJsonTypes.requireSubstitute(value);
        Class<?> written = JdkJsonTypes.readAs(value.getClass());
        classes.check(written);
        return written.getName();
    }

    @Override
    public String idFromValueAndType(Object value, Class<?> type) {
        return idFromValue(value);
    }

    @Override
    public JavaType typeFromId(DatabindContext context, String id) {
        Class<?> type = classes.load(id);
        if (JdkJsonTypes.readAs(type) != type) {
            throw new IllegalArgumentException(id + " is not a class that this serialiser writes as JSON");
        }
        return context.constructType(type);
    }

    @Override
    public JsonTypeInfo.Id getMechanism() {
        return JsonTypeInfo.Id.CLASS;
    }
}
