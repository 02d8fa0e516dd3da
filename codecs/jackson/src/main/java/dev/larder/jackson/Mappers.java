package dev.larder.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.PolymorphicTypeValidator;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.larder.spi.AllowedClasses;

/** Creates the mappers of one cache. */
final class Mappers {
    private Mappers() {}

    /** A mapper that writes no class names. */
    static ObjectMapper plain(AllowedClasses classes) {
        return builder(classes).build();
    }

    /** A mapper that writes the class of a value wherever the declared type leaves it open. */
    static ObjectMapper typed(AllowedClasses classes) {
        ObjectMapper mapper = builder(classes).build();
        mapper.setDefaultTyping(new TypeIds(new ClassIds(classes), new FilteredSubtypes(classes)));
        return mapper;
    }

    // The store limits the size of a record, so strings need no other limit.
    private static JsonMapper.Builder builder(AllowedClasses classes) {
        StreamReadConstraints anyLength = StreamReadConstraints.builder()
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(anyLength).build())
                .addModule(new JavaTimeModule())
                .addModule(new LosslessModule(classes))
                .polymorphicTypeValidator(new FilteredSubtypes(classes))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.WRITE_DATES_WITH_ZONE_ID)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
    }

    /** Checks class names against the class filter where an annotation of the application has them in JSON. */
    private static final class FilteredSubtypes extends PolymorphicTypeValidator.Base {
        private static final long serialVersionUID = 1L;

        private final transient AllowedClasses classes;

        FilteredSubtypes(AllowedClasses classes) {
            this.classes = classes;
        }

        @Override
        public Validity validateSubClassName(
                com.fasterxml.jackson.databind.cfg.MapperConfig<?> config,
                com.fasterxml.jackson.databind.JavaType base,
                String name) {
            Class<?> type = classes.load(name);
            return JdkJsonTypes.readAs(type) == type ? Validity.ALLOWED : Validity.DENIED;
        }
    }
}
