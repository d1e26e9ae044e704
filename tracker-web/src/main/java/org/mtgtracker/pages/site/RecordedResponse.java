package org.mtgtracker.pages.site;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An answer to a form that is held back until it is complete, so that it can be kept before its sender sees it. */
final class RecordedResponse extends HeldResponse {
    /** What is larger is not kept. */
    private static final int LARGEST = 1 << 17;

    private final HttpServletResponse response;
    private Optional<String> location = Optional.empty();
    private boolean failed;

    RecordedResponse(HttpServletResponse response) {
        super(requireNonNull(response, "response is null"));
        this.response = response;
    }

    /** The answer, to be kept; empty when it is an error or too large. */
    Optional<GivenAnswer> answer() {
        byte[] page = body().orElse(new byte[0]);
        boolean success = !failed && getStatus() < SC_INTERNAL_SERVER_ERROR && !response.isCommitted();
        return success && page.length <= LARGEST
                ? Optional.of(new GivenAnswer(
                        getStatus(),
                        location,
                        requireNonNullElse(getContentType(), "text/html;charset=UTF-8"),
                        List.copyOf(getHeaders("Set-Cookie")),
                        page))
                : Optional.empty();
    }

    /** Sends what was held back. */
    void send() throws IOException {
        if (failed) {
            return;
        }
        if (location.isPresent()) {
            response.sendRedirect(location.get());
            return;
        }
        Optional<byte[]> page = body();
        if (page.isPresent()) {
            response.getOutputStream().write(page.get());
        }
    }

    /** Held back as well. */
    @Override
    public void sendRedirect(String to) {
        location = Optional.of(to);
        resetBuffer();
    }

    /** For whoever writes, what leads elsewhere is over. */
    @Override
    public boolean isCommitted() {
        return location.isPresent() || super.isCommitted();
    }

    @Override
    public void sendError(int status) throws IOException {
        failed = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        failed = true;
        super.sendError(status, message);
    }
}
