package outfitter.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outfitter.models.json.Json;

/**
 * JSON Schema of our records, as {@link Json} writes them: every component is a property, and a required one unless it is
 * nullable or {@link Optional}. Free-form JSON may be anything.
 */
final class Schemas {
    private static final Set<Class<?>> FREE_FORM = Set.of(Object.class, JsonObject.class, JsonArray.class);

    private final SchemaBuilder builder = new SchemaGenerator(config()).buildMultipleSchemaDefinitions();

    /** The schema of {@code type}, for most types a reference into {@link #collected}. */
    ObjectNode of(Class<?> type) {
        return builder.createSchemaReference(type);
    }

    /** All schemas referred to so far, by name. To be called once, at the end. */
    ObjectNode collected() {
        return builder.collectDefinitions("components/schemas");
    }

    private static SchemaGeneratorConfig config() {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE, JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
                .with(
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.FLATTENED_OPTIONALS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                        Option.ADDITIONAL_FIXED_TYPES)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        builder.forFields().withRequiredCheck(Schemas::isRequired).withNullableCheck(field -> false);
        builder.forTypesInGeneral()
                .withCustomDefinitionProvider((type, context) -> isFreeForm(type.getErasedType())
                        ? new CustomDefinition(Json.MAPPER.createObjectNode(), true)
                        : null);
        return builder.build();
    }

    private static boolean isFreeForm(Class<?> type) {
        return FREE_FORM.contains(type) || JsonNode.class.isAssignableFrom(type);
    }

    private static boolean isRequired(FieldScope field) {
        boolean nullable = field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
        return !nullable && !field.getType().isInstanceOf(Optional.class);
    }
}
