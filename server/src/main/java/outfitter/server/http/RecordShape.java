package outfitter.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds JSON against the record it is meant for, before Jackson fills what is missing with null: a null would pass the
 * constructor of most records and break something far away. Refuses NUL characters as well, which PostgreSQL cannot keep.
 */
final class RecordShape {
    // Reflection parses annotations anew at each look, which would cost more than the rest of a small request.
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(each -> new Field(each.getName(), isNeeded(each.getAnnotatedType()), each.getGenericType()))
                    .toList();
        }
    };

    private RecordShape() {}

    private record Field(String name, boolean needed, Type type) {}

    /** Throws a 400 that names the first field found wrong. */
    static void check(JsonNode tree, Class<?> type) {
        if (!tree.isObject() && type.isRecord()) throw Requests.malformed("body", "must be a JSON object");
        refuseNul(tree, "");
        components(tree, type, "");
    }

    private static void components(JsonNode tree, Class<?> type, String prefix) {
        for (Field field : FIELDS.get(type)) {
            String place = prefix + field.name();
            JsonNode value = tree.path(field.name());
            if (value.isMissingNode() || value.isNull()) {
                if (field.needed()) throw Requests.malformed(place, "is missing");
            } else {
                inside(value, field.type(), place);
            }
        }
    }

    private static void inside(JsonNode value, Type type, String place) {
        if (type instanceof Class<?> each && each.isRecord() && value.isObject()) {
            components(value, each, place + ".");
        } else if (type instanceof ParameterizedType generic) {
            inside(value, generic, place);
        }
    }

    private static void inside(JsonNode value, ParameterizedType generic, String place) {
        Type element = generic.getActualTypeArguments()[0];
        if (generic.getRawType() == Optional.class) {
            inside(value, element, place);
        } else if (generic.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw)) {
            for (int i = 0; i < value.size(); i++) {
                String item = place + "[" + i + "]";
                if (value.get(i).isNull()) throw Requests.malformed(item, "is null");
                inside(value.get(i), element, item);
            }
        }
    }

    private static boolean isNeeded(AnnotatedType type) {
        if (type.isAnnotationPresent(Nullable.class)) return false;
        return !(type.getType() instanceof ParameterizedType generic && generic.getRawType() == Optional.class);
    }

    private static void refuseNul(JsonNode tree, String place) {
        if (tree.isTextual() && tree.textValue().indexOf('\0') >= 0) {
            throw Requests.malformed(place.isEmpty() ? "body" : place.substring(1), "must not contain NUL");
        }
        tree.properties().forEach(each -> {
            if (each.getKey().indexOf('\0') >= 0) throw Requests.malformed("body", "must not contain NUL");
            refuseNul(each.getValue(), place + "." + each.getKey());
        });
        if (tree.isArray()) tree.forEach(each -> refuseNul(each, place + "[]"));
    }
}
