package org.mtgtracker.pages.site;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An answer to a form, as it is given again when the form comes again. */
final class GivenAnswer {
    /** For who waited in vain: the first one has not come to an end. */
    static final GivenAnswer STILL_AT_WORK =
            new GivenAnswer(HttpServletResponse.SC_SERVICE_UNAVAILABLE, Optional.empty(), "", List.of(), new byte[0]);

    private final int status;
    private final Optional<String> location;
    private final String contentType;
    private final List<String> cookies;
    private final byte[] body;

    /**
     * An answer.
     *
     * @param location where it leads, when it leads somewhere
     * @param contentType of the body
     * @param cookies that it sets, as they stand in its head
     */
    GivenAnswer(int status, Optional<String> location, String contentType, List<String> cookies, byte[] body) {
        this.status = status;
        this.location = requireNonNull(location, "location is null");
        this.contentType = requireNonNull(contentType, "contentType is null");
        this.cookies = List.copyOf(cookies);
        this.body = body.clone();
    }

    void send(HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            response.sendError(status);
            return;
        }
        cookies.forEach(cookie -> response.addHeader("Set-Cookie", cookie));
        if (location.isPresent()) {
            response.sendRedirect(location.get());
            return;
        }
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
