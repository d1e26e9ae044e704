package org.mtgtracker.server.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.CharConversionException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.http.server.Response;

/** Stands before the server's own handler, and answers what that one answers wrongly: an address that cannot be decoded, and TRACE. */
final class Gate extends HttpHandler {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    /** RFC 9110, section 7.2: a name or address as RFC 3986 has it, and a port. */
    private static final Pattern HOST = Pattern.compile(
            "(?:\\[[0-9A-Fa-f:.]{2,45}]|(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2}){0,255})(?::[0-9]{0,5})?");

    private final HttpHandler server;

    Gate(HttpHandler server) {
        super(requireNonNull(server, "server is null").getName());
        this.server = server;
        setAllowEncodedSlash(server.isAllowEncodedSlash());
        setAllowCustomStatusMessage(server.isAllowCustomStatusMessage());
        setRequestURIEncoding(server.getRequestURIEncoding());
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        if (request.getMethod() == Method.TRACE) {
            response.setHeader("Allow", METHODS);
            answer(BareProblem.of(405), response);
        } else if (isHost(request.getHeader("Host")) && isDecodable(request)) {
            server.service(request, response);
        } else {
            answer(BareProblem.of(400), response);
        }
    }

    /** Only HTTP/1.0 and HTTP/2 have requests without one. */
    private static boolean isHost(String host) {
        return host == null || HOST.matcher(host).matches();
    }

    private boolean isDecodable(Request request) {
        try {
            request.getRequest().getRequestURIRef().getDecodedRequestURIBC(isAllowEncodedSlash());
            return true;
        } catch (CharConversionException | RuntimeException e) {
            return false;
        }
    }

    private static void answer(BareProblem problem, Response response) throws IOException {
        byte[] body = problem.json().getBytes(UTF_8);
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setContentType(BareProblem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    @Override
    public RequestExecutorProvider getRequestExecutorProvider() {
        return server.getRequestExecutorProvider();
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public void destroy() {
        server.destroy();
    }
}
