package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The API as the running server describes it, and somebody who asks it accordingly. */
abstract class DescribedApi {
    static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    final RunningTracker tracker;
    final JsonNode description;
    final People.Person person;
    final List<Operation> operations = new ArrayList<>();
    final String key;

    DescribedApi(RunningTracker tracker) {
        this.tracker = tracker;
        person = new People(tracker).somebody();
        People.key(person, "\"cards:read\"");
        key = person.api()
                .json("/api/v2/me/api-keys")
                .path("data")
                .path(0)
                .path("id")
                .asText();
        description = Api.parsed(tracker.api().get("/openapi?format=json").body());
        description.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        operations.add(new Operation(path.getKey(), method.getKey(), method.getValue()));
                    }
                }));
    }

    /** One operation as it is described. */
    record Operation(String path, String method, JsonNode said) {
        String id() {
            return said.path("operationId").asText();
        }

        List<JsonNode> parameters() {
            List<JsonNode> parameters = new ArrayList<>();
            said.path("parameters").forEach(parameters::add);
            return parameters;
        }

        boolean secured() {
            return !said.path("security").isEmpty();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** What is one's own is asked for by a person, everything else that is not open by the administrators' key. */
    Api caller(Operation operation) {
        if (operation.path().startsWith("/api/v2/me")) {
            return person.api();
        }
        if (operation.path().startsWith("/api/v1/users/")) {
            return person.api();
        }
        return operation.secured() ? tracker.asAdmin() : tracker.api();
    }

    String path(Operation operation) {
        List<String> query = new ArrayList<>();
        String path = operation.path();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            JsonNode example = parameter.path("example");
            switch (parameter.path("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", there(operation, name, example));
                case "query" -> {
                    if (!example.isMissingNode()) {
                        query.add(name + "=" + URLEncoder.encode(example.asText(), UTF_8));
                    }
                }
                default -> {
                    // headers are tried elsewhere
                }
            }
        }
        return query.isEmpty() ? path : path + query.stream().collect(Collectors.joining("&", "?", ""));
    }

    /** What is here in the place of what an example names. */
    String there(Operation operation, String name, JsonNode example) {
        if (operation.path().endsWith("/api-keys/{id}") || operation.path().endsWith("/api-keys/{id}/usage")) {
            return key;
        }
        if (name.equals("key")) {
            return key;
        }
        if (name.equals("id") && operation.path().contains("/users/")) {
            return person.id();
        }
        if (name.equals("id") && operation.path().matches(".*/(cards|search)/.*")) {
            return tracker.api()
                    .json("/api/v2/cards?limit=1")
                    .path("data")
                    .path(0)
                    .path("id")
                    .asText();
        }
        if (name.equals("code")) {
            return tracker.api()
                    .json("/api/v2/sets")
                    .path("data")
                    .path(0)
                    .path("code")
                    .asText();
        }
        if (name.equals("name") && operation.path().contains("/jobs/")) {
            return tracker.asAdmin()
                    .json("/api/v2/jobs")
                    .path("data")
                    .path(0)
                    .path("name")
                    .asText();
        }
        return example.asText();
    }
}
