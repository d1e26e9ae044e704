package org.mtgtracker.rest;

import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.mtgtracker.rest.catalog.CatalogueResource;
import org.mtgtracker.rest.catalog.ImportReport;
import org.mtgtracker.rest.catalog.ImportsResource;
import org.mtgtracker.rest.identity.IdentitySchemas;
import org.mtgtracker.rest.jobs.JobReport;
import org.mtgtracker.rest.jobs.JobRunReport;
import org.mtgtracker.rest.jobs.JobsResource;
import org.mtgtracker.rest.pricing.LatestPricesResource;
import org.mtgtracker.rest.pricing.PriceFilesResource;
import org.mtgtracker.rest.pricing.PriceHistoryResource;
import org.mtgtracker.rest.pricing.PriceLoadReport;
import org.mtgtracker.rest.pricing.PricesSchema;
import org.mtgtracker.rest.search.CardCollectionResource;
import org.mtgtracker.rest.search.CardsResource;
import org.mtgtracker.rest.search.IndexResource;
import org.mtgtracker.rest.search.SuggestionsResource;
import org.mtgtracker.rest.trending.TrendingResource;
import org.mtgtracker.rest.v1.BaselineSchemas;

/**
 * Completes what the server reads out of the resources: a title, how one says who one is, the answers' schemas, and the
 * body that every error has; and takes out what it wrongly adds. Named by {@code mp.openapi.filter}.
 */
public class ApiDescription implements OASFilter {
    private static final String API_KEY = "ApiKey";
    private static final String BEARER = "Bearer";
    private static final String PROBLEM = "Problem";
    private static final Map<String, String> TAGS = Map.of(
            "cards", "Cards and their prices",
            "catalogue", "What is there, and what is known of sets, symbols and rulings",
            "imports", "Bringing in cards",
            "identity", "Accounts, sessions and API keys",
            "users", "Other people's accounts, for administrators",
            "jobs", "What is done by the clock",
            "price files", "Bringing in prices",
            "search", "The search index",
            "trending", "What moves",
            "v1", "The contract of the tracker that was there before; deprecated");
    private static final Set<String> WITH_CONTENT = Set.of("200", "201");

    private static final List<Class<? extends Record>> ANSWERS = List.of(
            CardsResource.CardPage.class,
            SuggestionsResource.Suggestions.class,
            CardCollectionResource.CardCollection.class,
            CardCollectionResource.Identifiers.class,
            CardCollectionResource.Identifier.class,
            IndexResource.IndexStructures.class,
            IndexResource.Structure.class,
            PriceHistoryResource.PricesOfCard.class,
            PriceHistoryResource.PricesOfDay.class,
            PricesSchema.PriceOfDay.class,
            PricesSchema.PriceCourse.class,
            PricesSchema.PriceStatisticsOfCard.class,
            PricesSchema.PriceStatisticsOfType.class,
            PricesSchema.PriceChange.class,
            PricesSchema.LatestPricesOfCard.class,
            LatestPricesResource.LatestPricesRequest.class,
            LatestPricesResource.LatestPricesList.class,
            PriceFilesResource.PriceFileRequest.class,
            PriceFilesResource.PriceFileList.class,
            PriceLoadReport.class,
            PriceLoadReport.LineProblem.class,
            TrendingResource.TrendingCards.class,
            TrendingResource.TrendingCard.class,
            TrendingResource.TrendingSets.class,
            TrendingResource.TrendingSet.class,
            CatalogueResource.CatalogueReport.class,
            CatalogueResource.RunningImport.class,
            ImportsResource.ImportRequest.class,
            ImportsResource.ImportList.class,
            ImportsResource.ProblemList.class,
            ImportsResource.ProblemReport.class,
            ImportsResource.ChangeList.class,
            ImportsResource.ChangeReport.class,
            ImportReport.class,
            JobsResource.JobList.class,
            JobsResource.JobRunList.class,
            JobReport.class,
            JobRunReport.class);

    /** Takes out the bounds that no annotation set: the server writes an annotation's defaults as if somebody had. */
    @Override
    public Schema filterSchema(Schema schema) {
        return cleaned(schema);
    }

    private static Schema cleaned(Schema schema) {
        if (schema.getMultipleOf() != null && schema.getMultipleOf().compareTo(BigDecimal.ZERO) == 0) {
            schema.setMultipleOf(null);
        }
        schema.setMinLength(unlessDefault(schema.getMinLength(), 0));
        schema.setMaxLength(unlessDefault(schema.getMaxLength(), Integer.MAX_VALUE));
        schema.setMinItems(unlessDefault(schema.getMinItems(), Integer.MAX_VALUE));
        schema.setMaxItems(unlessDefault(schema.getMaxItems(), Integer.MIN_VALUE));
        schema.setMinProperties(unlessDefault(schema.getMinProperties(), 0));
        schema.setMaxProperties(unlessDefault(schema.getMaxProperties(), 0));
        schema.setExclusiveMinimum(unlessFalse(schema.getExclusiveMinimum()));
        schema.setExclusiveMaximum(unlessFalse(schema.getExclusiveMaximum()));
        schema.setUniqueItems(unlessFalse(schema.getUniqueItems()));
        schema.setNullable(unlessFalse(schema.getNullable()));
        schema.setReadOnly(unlessFalse(schema.getReadOnly()));
        schema.setWriteOnly(unlessFalse(schema.getWriteOnly()));
        schema.setDeprecated(unlessFalse(schema.getDeprecated()));
        if (schema.getType() == Schema.SchemaType.INTEGER && schema.getDefaultValue() instanceof String number) {
            schema.setDefaultValue(number.isEmpty() ? null : Integer.valueOf(number));
        }
        return schema;
    }

    @Override
    public Parameter filterParameter(Parameter parameter) {
        return cleaned(parameter);
    }

    private static Parameter cleaned(Parameter parameter) {
        parameter.setRequired(
                parameter.getIn() == Parameter.In.PATH ? Boolean.TRUE : unlessFalse(parameter.getRequired()));
        parameter.setDeprecated(unlessFalse(parameter.getDeprecated()));
        parameter.setAllowEmptyValue(unlessFalse(parameter.getAllowEmptyValue()));
        parameter.setAllowReserved(unlessFalse(parameter.getAllowReserved()));
        if (parameter.getSchema() != null) {
            cleaned(parameter.getSchema());
        }
        return parameter;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setInfo(OASFactory.createInfo()
                .title("MTG Tracker")
                .version("2")
                .description("Every Magic card, every price, every day."
                        + " Errors are problem details (RFC 9457); every answer carries X-Request-Id.")
                .license(OASFactory.createLicense().name("MIT").url("https://opensource.org/license/mit")));
        api.setServers(List.of(OASFactory.createServer().url("/")));
        api.setTags(once(api.getTags()));
        api.setComponents(components());
        api.setPaths(described(api.getPaths()));
        RequestBounds.addTo(api);
        withoutEndpoints(api);
    }

    /** Payara adds a member {@code endpoints} that OpenAPI does not know; only its own class lets go of it. */
    private static void withoutEndpoints(OpenAPI api) {
        try {
            api.getClass().getMethod("setEndpoints", Map.class).invoke(api, Map.of());
        } catch (NoSuchMethodException e) {
            // a server that does not add it
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The member endpoints cannot be removed", e);
        }
    }

    private static List<Tag> once(List<Tag> tags) {
        Map<String, Tag> byName = new LinkedHashMap<>();
        tags.forEach(tag -> byName.putIfAbsent(tag.getName(), tag.description(TAGS.get(tag.getName()))));
        return new ArrayList<>(byName.values());
    }

    private static Components components() {
        Components components = OASFactory.createComponents()
                .addSecurityScheme(
                        API_KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("X-API-Key")
                                .description("An API key: mtg_, its prefix, _, its secret"))
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of POST /auth/sign-in"))
                .addSchema(PROBLEM, problem());
        IdentitySchemas.ALL.forEach(type -> components.addSchema(type.getSimpleName(), RecordSchemas.of(type)));
        ANSWERS.forEach(type -> components.addSchema(type.getSimpleName(), RecordSchemas.of(type)));
        AnswerSchemas.ALL.forEach(type -> components.addSchema(type.getSimpleName(), RecordSchemas.of(type)));
        BaselineSchemas.ALL.forEach(type -> components.addSchema(type.getSimpleName(), RecordSchemas.of(type)));
        ScryfallObjects.ALL.forEach(type -> components.addSchema(
                type.getSimpleName(), RecordSchemas.of(type).additionalPropertiesBoolean(true)));
        components.getSchemas().get("AccountExport").additionalPropertiesBoolean(true);
        return components;
    }

    private static Paths described(Paths found) {
        Paths paths = OASFactory.createPaths();
        new TreeMap<>(found.getPathItems()).forEach((path, item) -> {
            item.getOperations().forEach((method, operation) -> complete(path, method, operation));
            paths.addPathItem(path, item);
        });
        return paths;
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        operation.setDeprecated(unlessFalse(operation.getDeprecated()));
        if (operation.getSecurity() != null
                && !operation.getSecurity().isEmpty()
                && operation.getSecurity().stream().noneMatch(way -> way.hasScheme(BEARER))) {
            // whoever may come with a key may come with a token
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(BEARER));
        }
        if (operation.getParameters() != null) {
            // the server passes over some of them
            operation.getParameters().forEach(ApiDescription::cleaned);
        }
        PathWords.addTo(path, operation);
        CommonParameters.addTo(operation);
        CommonAnswers.addTo(path, method, operation);
        CommonParameters.addHeadersTo(operation);
        ParameterWords.addTo(operation);
        Examples.addTo(operation);
        withoutOwnClasses(operation);
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") || status.startsWith("5") || status.equals("default")) {
                tellProblem(response);
            } else if (WITH_CONTENT.contains(status) && isUndescribed(response.getContent())) {
                response.setContent(OASFactory.createContent()
                        .addMediaType(
                                "application/json",
                                OASFactory.createMediaType().schema(AnswerSchemas.of(operation.getOperationId()))));
            }
        });
    }

    private static boolean isUndescribed(Content content) {
        return content == null
                || content.getMediaTypes() == null
                || content.getMediaTypes().isEmpty();
    }

    /** A body that nobody described is any object, and not the class of ours that reads it. */
    private static void withoutOwnClasses(Operation operation) {
        if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
            operation.getRequestBody().getContent().getMediaTypes().values().forEach(media -> {
                if (media.getSchema() != null
                        && String.valueOf(media.getSchema().getRef()).endsWith("/JsonBody")) {
                    media.setSchema(OASFactory.createSchema().type(Schema.SchemaType.OBJECT));
                }
            });
        }
    }

    private static void tellProblem(APIResponse response) {
        response.setContent(OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .type(Schema.SchemaType.OBJECT)
                .description("What went wrong (RFC 9457); some problems have further members")
                .addProperty(
                        "type", text("The stable name of this kind of problem").format("uri-reference"))
                .addProperty("title", text("The same for every problem of the kind"))
                .addProperty("status", OASFactory.createSchema().type(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("What is wrong with this request, and what would be right"))
                .addProperty("instance", text("The path that was asked for"))
                .addProperty("requestId", text("By which the server's log is searched"));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().type(Schema.SchemaType.STRING).description(description);
    }

    private static Integer unlessDefault(Integer value, int unset) {
        return value == null || value == unset ? null : value;
    }

    private static Boolean unlessFalse(Boolean value) {
        return Boolean.TRUE.equals(value) ? value : null;
    }
}
