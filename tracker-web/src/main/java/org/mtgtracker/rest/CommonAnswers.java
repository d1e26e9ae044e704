package org.mtgtracker.rest;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * What operations answer by the same rule everywhere, for the API's description: where an annotation says it in other
 * words, those stand.
 */
final class CommonAnswers {
    private static final String JSON = "application/json";

    private CommonAnswers() {}

    static void addTo(String path, PathItem.HttpMethod method, Operation operation) {
        boolean body = operation.getRequestBody() != null;
        boolean inPath = path.contains("{");
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            tell(operation, "401", "No API key or access token, or a bad one");
            tell(operation, "403", "The account or API key may not do this");
        }
        if (body) {
            tell(operation, "400", "The body or a parameter is not as it has to be; field or parameter names which");
            tell(operation, "413", "The body is too large");
            tell(operation, "415", "The body is not application/json");
        }
        if (inPath
                || operation.getParameters() != null
                        && !operation.getParameters().isEmpty()) {
            tell(operation, "400", "A parameter has a value that is not allowed; the member parameter names it");
        }
        if (inPath) {
            tell(operation, "404", "There is nothing by that name, id or number");
        }
        if (method == PathItem.HttpMethod.GET && answersJson(operation)) {
            tell(operation, "304", "The sender has this already, by If-None-Match");
        }
        tell(operation, "401", "The key or token that was sent is not valid");
        tell(operation, "406", "The answer is not to be had in the form that Accept asks for");
        tell(operation, "429", "Too many requests; Retry-After says when the next is taken");
        tell(operation, "503", "What is needed for this does not answer at the moment; see Retry-After");
        tell(operation, "default", "Any other trouble");
    }

    private static boolean answersJson(Operation operation) {
        var answer = operation.getResponses().getAPIResponse("200");
        if (answer == null) {
            return false;
        }
        Content content = answer.getContent();
        return content == null
                || content.getMediaTypes() == null
                || content.getMediaTypes().isEmpty()
                || content.getMediaTypes().containsKey(JSON);
    }

    private static void tell(Operation operation, String status, String description) {
        if (operation.getResponses().getAPIResponse(status) == null) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        }
    }
}
