package org.mtgtracker.rest;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.baggage.Baggage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name of one request: the caller's own when it is a name, otherwise a new one. It goes back to the caller, and
 * into every log line by way of the OpenTelemetry baggage.
 */
public record RequestId(String value) {
    /** The header in which it comes and goes. */
    public static final String HEADER = "X-Request-Id";

    /** Under which the baggage has it; the server's log formatter looks there. */
    static final String BAGGAGE = "request.id";

    /** Nothing that could end a log line or a header, or be taken for markup. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final String ATTRIBUTE = RequestId.class.getName();

    public RequestId {
        requireNonNull(value, "value is null");
    }

    /** The id that a caller offers, or a new one where that is null or no id. */
    static RequestId offered(String header) {
        return new RequestId(
                header != null && FORM.matcher(header).matches()
                        ? header
                        : UUID.randomUUID().toString());
    }

    /** The id of a running request. */
    public static RequestId of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestId id ? id : offered(null);
    }

    static boolean isNoted(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    void note(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    Baggage asBaggage() {
        return Baggage.builder().put(BAGGAGE, value).build();
    }

    /** The same baggage as a header (W3C Baggage, section 3.2); the form of an id needs no escapes there. */
    String asHeader() {
        return BAGGAGE + "=" + value;
    }
}
