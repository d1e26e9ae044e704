package org.mtgtracker.rest;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Describes answers that are records: the server's own scan sees no members in a record. What a component's
 * {@code @Schema} says goes into its description.
 */
final class RecordSchemas {
    static final String COMPONENTS = "#/components/schemas/";
    private static final int NO_LENGTH = Integer.MAX_VALUE;
    private static final int NO_ITEMS = Integer.MIN_VALUE;

    private static final Map<Class<?>, Schema> SIMPLE = Map.of(
            String.class, schema(SchemaType.STRING, null),
            int.class, schema(SchemaType.INTEGER, "int32"),
            long.class, schema(SchemaType.INTEGER, "int64"),
            Long.class, schema(SchemaType.INTEGER, "int64"),
            UUID.class, schema(SchemaType.STRING, "uuid"),
            Integer.class, schema(SchemaType.INTEGER, "int32"),
            Double.class, schema(SchemaType.NUMBER, "double"),
            boolean.class, schema(SchemaType.BOOLEAN, null),
            Instant.class, schema(SchemaType.STRING, "date-time"),
            LocalDate.class, schema(SchemaType.STRING, "date"));

    private RecordSchemas() {}

    /** The schema of a record, which other records refer to by its simple name. */
    static Schema of(Class<? extends Record> type) {
        Schema object = OASFactory.createSchema().type(SchemaType.OBJECT);
        for (RecordComponent component : type.getRecordComponents()) {
            object.addProperty(component.getName(), annotated(component, of(component.getGenericType())));
            if (isRequired(component)) {
                object.addRequired(component.getName());
            }
        }
        return object;
    }

    private static boolean isRequired(RecordComponent component) {
        var said =
                component.getAccessor().getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        return said != null && said.required();
    }

    private static Schema of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return OASFactory.createSchema().type(SchemaType.ARRAY).items(of(list.getActualTypeArguments()[0]));
        }
        if (type instanceof Class<?> other && other.isRecord()) {
            return OASFactory.createSchema().ref(COMPONENTS + other.getSimpleName());
        }
        Schema simple = type instanceof Class<?> known ? SIMPLE.get(known) : null;
        return simple == null ? schema(SchemaType.OBJECT, null) : schema(simple.getType(), simple.getFormat());
    }

    private static Schema annotated(RecordComponent component, Schema schema) {
        var said =
                component.getAccessor().getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        Longest longest = component.getAccessor().getAnnotation(Longest.class);
        if (longest != null) {
            schema.setMaxLength(longest.value());
        }
        if (said == null) {
            return schema;
        }
        if (schema.getRef() != null) {
            // beside a reference nothing counts (OpenAPI 3.0)
            return said.nullable() ? OASFactory.createSchema().nullable(true).addAllOf(schema) : schema;
        }
        if (!said.description().isEmpty()) {
            schema.setDescription(said.description());
        }
        if (!said.example().isEmpty()) {
            schema.setExample(said.example());
        }
        if (said.nullable()) {
            schema.setNullable(true);
        }
        if (said.minItems() != NO_LENGTH) {
            schema.setMinItems(said.minItems());
        }
        if (said.maxItems() != NO_ITEMS) {
            schema.setMaxItems(said.maxItems());
        }
        bound(schema.getType() == SchemaType.ARRAY ? schema.getItems() : schema, said);
        return schema;
    }

    /** What is said of a text holds for each text of a list. */
    private static void bound(Schema schema, org.eclipse.microprofile.openapi.annotations.media.Schema said) {
        if (said.minLength() > 0) {
            schema.setMinLength(said.minLength());
        }
        if (said.maxLength() != NO_LENGTH) {
            schema.setMaxLength(said.maxLength());
        }
        if (said.enumeration().length > 0) {
            schema.setEnumeration(List.of((Object[]) said.enumeration()));
        }
        if (!said.format().isEmpty()) {
            schema.setFormat(said.format());
        }
    }

    private static Schema schema(SchemaType type, String format) {
        return OASFactory.createSchema().type(type).format(format);
    }
}
