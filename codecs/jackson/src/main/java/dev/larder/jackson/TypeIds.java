package dev.larder.jackson;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.PolymorphicTypeValidator;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a value's class may be written in front of it, as in {@code ["com.acme.Square", {…}]}: wherever the
 * declared type leaves it open. It is written only if the value's class differs from the declared one.
 */
final class TypeIds extends ObjectMapper.DefaultTypeResolverBuilder {
    private static final long serialVersionUID = 1L;

    private static final Set<Class<?>> OPEN = Set.of(
            Object.class,
            Number.class,
            CharSequence.class,
            Comparable.class,
            java.lang.constant.Constable.class,
            java.lang.constant.ConstantDesc.class,
            java.io.Serializable.class,
            Enum.class,
            Record.class,
            Date.class,
            java.time.temporal.Temporal.class,
            java.time.temporal.TemporalAccessor.class,
            java.time.temporal.TemporalAmount.class,
            Collection.class,
            Iterable.class,
            java.util.Queue.class,
            java.util.Deque.class);

    private final transient ClassIds ids;

    TypeIds(ClassIds ids, PolymorphicTypeValidator validator) {
        super(ObjectMapper.DefaultTyping.NON_FINAL, validator);
        init(JsonTypeInfo.Id.CLASS, ids);
        inclusion(JsonTypeInfo.As.WRAPPER_ARRAY);
        this.ids = ids;
    }

    @Override
    public boolean useForType(JavaType type) {
        return isOpen(type.getRawClass());
    }

    /** Whether an object with this declared type may be of a class that must be written. */
    static boolean isOpen(Class<?> type) {
        if (type.isPrimitive()
                || type.isArray()
                || type.isEnum()
                || java.lang.reflect.Modifier.isFinal(type.getModifiers())) {
            return false;
        }
        if (JdkJsonTypes.isJdk(type)) {
            return OPEN.contains(type);
        }
        boolean isContainer = Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
        return !isContainer && !com.fasterxml.jackson.core.TreeNode.class.isAssignableFrom(type);
    }

    @Override
    public @Nullable TypeSerializer buildTypeSerializer(
            SerializationConfig config, JavaType base, @Nullable Collection<NamedType> subtypes) {
        return useForType(base) ? new TypeIdWriter(ids, null, base.getRawClass()) : null;
    }

    @Override
    public @Nullable TypeDeserializer buildTypeDeserializer(
            DeserializationConfig config, JavaType base, @Nullable Collection<NamedType> subtypes) {
        return useForType(base) ? new TypeIdReader(base, ids) : null;
    }
}
