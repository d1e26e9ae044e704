package org.mtgtracker.rest;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.mtgtracker.rest.catalog.ReferencesResource;
import org.mtgtracker.rest.jobs.JobsResource;

/** What the parameters of a path mean and may be, by what stands before them in it, for the API's description. */
final class PathWords {
    private static final Pattern PARAMETER = Pattern.compile("([^/{}]+)/\\{([^}]+)}");

    private static final Map<String, Said> BY_PLACE = Map.of(
            "cards", new Said("The card's Scryfall id", PathWords::uuid),
            "search", new Said("The card's Scryfall id", PathWords::uuid),
            "users", new Said("The account's id", PathWords::uuid),
            "api-keys", new Said("The key's id", PathWords::uuid),
            "sessions", new Said("The session's id", PathWords::uuid),
            "imports", new Said("The import's number", PathWords::ordinal),
            "price-files", new Said("The file's number", PathWords::ordinal),
            "runs", new Said("The run's number", PathWords::ordinal),
            "sets", new Said("The set's code, such as m10", () -> text(ReferencesResource.LONGEST_CODE)),
            "jobs", new Said("The job's name", () -> text(JobsResource.LONGEST_NAME)));

    private PathWords() {}

    private record Said(String description, Supplier<Schema> schema) {}

    static void addTo(String path, Operation operation) {
        Matcher places = PARAMETER.matcher(path);
        while (places.find()) {
            Said said = BY_PLACE.get(places.group(1));
            if (said != null && operation.getParameters() != null) {
                operation.getParameters().stream()
                        .filter(parameter -> parameter.getIn() == Parameter.In.PATH
                                && parameter.getName().equals(places.group(2)))
                        .forEach(parameter -> parameter
                                .description(said.description())
                                .schema(said.schema().get()));
            }
        }
    }

    private static Schema uuid() {
        return OASFactory.createSchema().type(Schema.SchemaType.STRING).format("uuid");
    }

    private static Schema ordinal() {
        return OASFactory.createSchema()
                .type(Schema.SchemaType.INTEGER)
                .format("int64")
                .minimum(BigDecimal.ONE);
    }

    private static Schema text(int longest) {
        return OASFactory.createSchema().type(Schema.SchemaType.STRING).maxLength(longest);
    }
}
