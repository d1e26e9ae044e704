package org.mtgtracker.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
    private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
    private Object entity = "a list";
    private int status = 200;
    private MediaType mediaType = MediaType.APPLICATION_JSON_TYPE;

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void an_answer_to_a_read_has_the_tag_of_its_bytes(String method) throws IOException {
        filter(method, null);

        assertThat(headers.getFirst("ETag"))
                .isEqualTo(ETag.of("\"a list\"".getBytes(UTF_8)).header());
        assertThat(entity).isEqualTo("\"a list\"".getBytes(UTF_8));
        assertThat(status).isEqualTo(200);
    }

    @Test
    void whoever_has_it_is_sent_nothing() throws IOException {
        headers.putSingle("Content-Type", "application/json");

        filter("GET", "\"other\", " + ETag.of("\"a list\"".getBytes(UTF_8)).header());

        assertThat(status).isEqualTo(304);
        assertThat(entity).isNull();
        assertThat(headers).containsKey("ETag").doesNotContainKey("Content-Type");
    }

    @Test
    void bytes_are_sent_as_they_are() throws IOException {
        entity = new byte[] {'{', '}'};

        filter("GET", "\"other\"");

        assertThat(headers.getFirst("ETag"))
                .isEqualTo(ETag.of(new byte[] {'{', '}'}).header());
        assertThat(status).isEqualTo(200);
    }

    @Test
    void a_tag_that_a_resource_gave_stays() throws IOException {
        headers.putSingle("ETag", "\"its own\"");

        filter("GET", "\"its own\"");

        assertThat(headers.getFirst("ETag")).isEqualTo("\"its own\"");
        assertThat(entity).isEqualTo("a list");
    }

    @Test
    void what_is_no_json_no_success_or_no_read_has_none() throws IOException {
        filter("POST", null);
        mediaType = new MediaType("text", "csv");
        filter("GET", null);
        mediaType = null;
        filter("GET", null);
        mediaType = MediaType.APPLICATION_JSON_TYPE;
        status = 202;
        filter("GET", null);

        assertThat(headers).isEmpty();
        assertThat(entity).isEqualTo("a list");
    }

    private void filter(String method, String ifNoneMatch) throws IOException {
        ContainerRequestContext request =
                Exchange.proxy(ContainerRequestContext.class, (asked, arguments) -> switch (asked) {
                    case "getMethod" -> method;
                    case "getHeaderString" -> arguments[0].equals("If-None-Match") ? ifNoneMatch : null;
                    default -> throw new UnsupportedOperationException(asked);
                });
        ContainerResponseContext response =
                Exchange.proxy(ContainerResponseContext.class, (asked, arguments) -> switch (asked) {
                    case "getStatus" -> status;
                    case "setStatusInfo" -> status = ((Response.StatusType) arguments[0]).getStatusCode();
                    case "hasEntity" -> entity != null;
                    case "getEntity" -> entity;
                    case "setEntity" -> entity = arguments[0];
                    case "getEntityClass", "getEntityType" -> entity.getClass();
                    case "getEntityAnnotations" -> new Annotation[0];
                    case "getMediaType" -> mediaType;
                    case "getHeaders" -> headers;
                    default -> throw new UnsupportedOperationException(asked);
                });
        Providers providers = Exchange.proxy(Providers.class, (asked, arguments) -> QUOTING);
        new EntityTags(providers).filter(request, response);
    }

    private static final MessageBodyWriter<Object> QUOTING = new MessageBodyWriter<>() {
        @Override
        public boolean isWriteable(
                Class<?> type, java.lang.reflect.Type generic, Annotation[] annotations, MediaType mediaType) {
            return true;
        }

        @Override
        public void writeTo(
                Object value,
                Class<?> type,
                java.lang.reflect.Type generic,
                Annotation[] annotations,
                MediaType mediaType,
                MultivaluedMap<String, Object> headers,
                OutputStream out)
                throws IOException {
            out.write(("\"" + value + "\"").getBytes(UTF_8));
        }
    };
}
