package org.mtgtracker.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** A request and its answer without a container. */
public final class Exchange {
    private final String path;
    private final MappingMatch match;
    private final Map<String, String> requestHeaders = new HashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = HttpServletResponse.SC_OK;
    private String httpMethod = "GET";
    private DispatcherType dispatcher = DispatcherType.REQUEST;
    private String forwarded = "";
    private String type;
    private String query;

    public Exchange(String path, MappingMatch match) {
        this.path = path;
        this.match = match;
    }

    public Exchange with(String header, String value) {
        requestHeaders.put(header.toLowerCase(Locale.ROOT), value);
        return this;
    }

    public Exchange method(String name) {
        httpMethod = name;
        return this;
    }

    /** As the container dispatches a request to its error page when something was thrown. */
    Exchange thrown(Throwable failure) {
        dispatcher = DispatcherType.ERROR;
        attributes.put(RequestDispatcher.ERROR_EXCEPTION, failure);
        attributes.put(RequestDispatcher.ERROR_REQUEST_URI, path);
        return this;
    }

    /** The view that the request was forwarded to; empty when it was not. */
    String forwarded() {
        return forwarded;
    }

    /** What follows the question mark. */
    public Exchange query(String raw) {
        query = raw;
        return this;
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public String body() {
        return body.toString(UTF_8);
    }

    public byte[] bytes() {
        return body.toByteArray();
    }

    public HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getMethod" -> httpMethod;
            case "getDispatcherType" -> dispatcher;
            case "getRequestDispatcher" ->
                proxy(RequestDispatcher.class, (how, unused) -> {
                    forwarded = (String) arguments[0];
                    return null;
                });
            case "getRemoteAddr" -> "192.0.2.1";
            case "getUserPrincipal" -> null;
            case "getContextPath" -> "";
            case "getServletPath", "getRequestURI" -> path;
            case "getPathInfo", "getRequestedSessionId", "getCookies" -> null;
            case "getQueryString" -> query;
            case "getHeader" -> requestHeaders.get(name(arguments));
            case "getHeaders" ->
                Collections.enumeration(
                        requestHeaders.containsKey(name(arguments))
                                ? List.of(requestHeaders.get(name(arguments)))
                                : List.of());
            case "getHeaderNames" -> Collections.enumeration(requestHeaders.keySet());
            case "getAttribute" -> attributes.get(arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "getHttpServletMapping" ->
                proxy(HttpServletMapping.class, (question, unused) -> switch (question) {
                    case "getMappingMatch" -> match;
                    default -> throw new UnsupportedOperationException(question);
                });
            default -> throw new UnsupportedOperationException(method);
        });
    }

    public HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (method, arguments) -> switch (method) {
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "isCommitted" -> false;
            case "containsHeader" -> headers.containsKey(arguments[0]);
            case "setContentLength", "resetBuffer" -> null;
            case "setContentType" -> {
                type = (String) arguments[0];
                yield null;
            }
            case "getContentType" -> type;
            case "getCharacterEncoding" -> "UTF-8";
            case "sendError" -> {
                status = (Integer) arguments[0];
                yield null;
            }
            case "reset" -> {
                headers.clear();
                yield null;
            }
            case "getOutputStream" -> new Bytes(body);
            case "getStatus" -> status;
            case "setStatus" -> status = (Integer) arguments[0];
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static final class Bytes extends ServletOutputStream {
        private final ByteArrayOutputStream bytes;

        Bytes(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int octet) {
            bytes.write(octet);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    private static String name(Object[] arguments) {
        return ((String) arguments[0]).toLowerCase(Locale.ROOT);
    }

    public static <T> T proxy(Class<T> type, BiFunction<String, Object[], Object> calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> method.getReturnType() == void.class
                        ? ignore(calls.apply(method.getName(), arguments))
                        : calls.apply(method.getName(), arguments)));
    }

    private static Object ignore(Object unused) {
        return null;
    }
}
