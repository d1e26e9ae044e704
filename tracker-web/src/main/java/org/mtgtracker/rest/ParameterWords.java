package org.mtgtracker.rest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.mtgtracker.identity.boundary.Act;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.boundary.Prefer;

/**
 * What parameters mean and may have that are the same wherever they are, for the API's description: where an annotation
 * says it, that stands.
 */
final class ParameterWords {
    private static final Map<String, String> DESCRIPTIONS = Map.ofEntries(
            Map.entry("role", "Only accounts with this role"),
            Map.entry("active", "Only accounts that are, or that are not, disabled"),
            Map.entry("resolution", "How long a period is that one line is about"),
            Map.entry("timeframe", "How far it looks back"),
            Map.entry("type", "Which price"),
            Map.entry("direction", "Which way prices move"),
            Map.entry("by", "What movers are ranked by"),
            Map.entry("limit", "How many at most"));

    /** What may be said; other words for the same are understood as well where the description says so. */
    private static final Map<String, List<Object>> CHOICES = Map.of(
            "auditLog act", words(Stream.of(Act.values()).map(Act::word)),
            "cards unique", List.of("cards", "art", "prints"),
            "cards order", words(Stream.of(Order.values()).map(Order::word)),
            "cards dir", List.of("auto", "asc", "desc"),
            "cards prefer", words(Stream.of(Prefer.values()).map(Prefer::word)));

    private ParameterWords() {}

    private static List<Object> words(Stream<String> words) {
        return words.map(Object.class::cast).toList();
    }

    static void addTo(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> addTo(operation.getOperationId(), parameter));
        }
    }

    private static void addTo(String operation, Parameter parameter) {
        String name = parameter.getName();
        if (parameter.getDescription() == null || parameter.getDescription().isEmpty()) {
            parameter.setDescription(DESCRIPTIONS.get(name));
        }
        Schema schema = parameter.getSchema();
        if (schema == null || schema.getType() != Schema.SchemaType.STRING) {
            return;
        }
        List<Object> choices = CHOICES.get(operation + ' ' + name);
        if (choices != null) {
            schema.setEnumeration(choices);
        } else if (name.equals("cursor") && schema.getMaxLength() == null) {
            schema.setMaxLength(Cursors.LONGEST);
        }
    }
}
