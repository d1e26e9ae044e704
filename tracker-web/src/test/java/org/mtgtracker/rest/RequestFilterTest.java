package org.mtgtracker.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.baggage.Baggage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFilterTest {
    private final List<String> counted = new ArrayList<>();
    private final RequestFilter filter = new RequestFilter(new RequestTimes(registry()));

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "request-1", "A_b.9", "0123456789012345678901234567890123456789012345678901234567890123"})
    void a_callers_name_for_the_request_is_kept(String id) throws Exception {
        assertThat(idSentBackFor(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a\nb",
                "<script>",
                "é",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void what_is_no_name_is_replaced(String id) throws Exception {
        assertThat(idSentBackFor(id)).isNotEqualTo(id).matches("[0-9a-f-]{36}");
    }

    @Test
    void a_request_without_a_name_gets_one_of_its_own() throws Exception {
        Exchange first = new Exchange("/", MappingMatch.EXACT);
        Exchange second = new Exchange("/", MappingMatch.EXACT);

        run(first, (request, response) -> {});
        run(second, (request, response) -> {});

        assertThat(first.headers().get("X-Request-Id"))
                .matches("[0-9a-f-]{36}")
                .isNotEqualTo(second.headers().get("X-Request-Id"));
    }

    @Test
    void the_name_is_in_the_baggage_while_the_request_runs_and_only_then() throws Exception {
        Exchange exchange = new Exchange("/", MappingMatch.EXACT).with("X-Request-Id", "request-1");
        List<String> seen = new ArrayList<>();

        run(exchange, (request, response) -> seen.add(Baggage.current().getEntryValue("request.id")));

        assertThat(seen).containsExactly("request-1");
        assertThat(Baggage.current().getEntryValue("request.id")).isNull();
    }

    @Test
    void ours_takes_the_place_of_a_callers_own_baggage() throws Exception {
        Exchange exchange = new Exchange("/", MappingMatch.EXACT)
                .with("baggage", "request.id=forged")
                .with("X-Request-Id", "request-1")
                .with("traceparent", "00-x");
        List<Object> seen = new ArrayList<>();

        run(exchange, (request, response) -> {
            HttpServletRequest asked = (HttpServletRequest) request;
            seen.add(asked.getHeader("Baggage"));
            seen.add(Collections.list(asked.getHeaders("baggage")));
            seen.add(Collections.list(asked.getHeaderNames()).stream().sorted().toList());
        });

        assertThat(seen)
                .containsExactly(
                        "request.id=request-1",
                        List.of("request.id=request-1"),
                        List.of("baggage", "traceparent", "x-request-id"));
    }

    @Test
    void every_answer_tells_a_browser_what_not_to_do_with_it() throws Exception {
        for (String path : List.of("/search", "/api/v2/cards")) {
            Exchange exchange = new Exchange(path, MappingMatch.PATH);
            run(exchange, (request, response) -> {});

            assertThat(exchange.headers())
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsKey("Referrer-Policy");
            assertThat(exchange.headers().get("Content-Security-Policy"))
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void a_resource_is_counted_under_its_template() throws Exception {
        run(new Exchange("/api/v2", MappingMatch.PATH), (request, response) -> {
            Routes.note((HttpServletRequest) request, "/api/v2/cards/{id}");
            ((HttpServletResponse) response).setStatus(404);
        });

        assertThat(counted).containsExactly("GET /api/v2/cards/{id} 404");
    }

    @Test
    void a_page_is_counted_under_its_own_address() throws Exception {
        run(new Exchange("/search", MappingMatch.EXACT), (request, response) -> {});
        run(new Exchange("/search.xhtml", MappingMatch.EXTENSION), (request, response) -> {});

        assertThat(counted).containsExactly("GET /search 200", "GET /search 200");
    }

    @Test
    void addresses_that_people_make_up_are_one_kind() throws Exception {
        for (String path : List.of("/a", "/b.xhtml", "/api/v2/nothing", "/api/v9", "/wp-admin.php")) {
            MappingMatch match = path.endsWith(".xhtml") ? MappingMatch.EXTENSION : MappingMatch.DEFAULT;
            run(new Exchange(path, match), (request, response) -> ((HttpServletResponse) response).setStatus(404));
        }

        assertThat(counted).hasSize(5).containsOnly("GET unmatched 404");
    }

    @Test
    void what_the_container_refused_before_us_is_unmatched() throws Exception {
        run(new Exchange("/errors", MappingMatch.EXACT), (request, response) -> ((HttpServletResponse) response)
                .setStatus(403));

        assertThat(counted).containsExactly("GET unmatched 403");
    }

    @Test
    void resources_of_pages_are_one_kind() throws Exception {
        run(new Exchange("/jakarta.faces.resource/a.css.xhtml", MappingMatch.EXTENSION), (request, response) -> {});
        run(new Exchange("/style.css", MappingMatch.DEFAULT), (request, response) -> {});

        assertThat(counted).containsOnly("GET other 200");
    }

    @Test
    void a_request_that_fails_is_counted_as_a_failure() {
        Exchange exchange = new Exchange("/search", MappingMatch.EXACT);

        assertThatThrownBy(() -> run(exchange, (request, response) -> {
                    throw new ServletException("broken");
                }))
                .isInstanceOf(ServletException.class);
        assertThat(counted).containsExactly("GET /search 500");
    }

    @Test
    void the_error_page_of_a_request_is_not_counted_again() throws Exception {
        Exchange exchange = new Exchange("/search", MappingMatch.EXACT);
        HttpServletRequest request = exchange.request();
        FilterChain nothing = (asked, answer) -> {};

        filter.doFilter(request, exchange.response(), nothing);
        String id = exchange.headers().get("X-Request-Id");
        filter.doFilter(request, exchange.response(), nothing);

        assertThat(counted).hasSize(1);
        assertThat(exchange.headers()).containsEntry("X-Request-Id", id);
    }

    @Test
    void an_answer_that_the_server_wiped_gets_its_head_back_and_a_body() throws Exception {
        Exchange exchange = new Exchange("/api/v2", MappingMatch.PATH).with("X-Request-Id", "request-1");

        run(exchange, (request, response) -> {
            response.reset();
            ((HttpServletResponse) response).setStatus(400);
        });

        assertThat(exchange.headers())
                .containsEntry("X-Request-Id", "request-1")
                .containsEntry("X-Content-Type-Options", "nosniff");
        assertThat(Answers.json(exchange.body()))
                .containsEntry("requestId", "request-1")
                .containsEntry("status", 400);
    }

    private String idSentBackFor(String id) throws Exception {
        Exchange exchange = new Exchange("/", MappingMatch.EXACT).with("X-Request-Id", id);
        run(exchange, (request, response) -> {});
        return exchange.headers().get("X-Request-Id");
    }

    private void run(Exchange exchange, FilterChain chain) throws IOException, ServletException {
        filter.doFilter(exchange.request(), exchange.response(), chain);
    }

    private MetricRegistry registry() {
        return Exchange.proxy(MetricRegistry.class, (method, arguments) -> {
            Map<String, String> tags = new java.util.HashMap<>();
            for (Tag tag : (Tag[]) arguments[1]) {
                tags.put(tag.getTagName(), tag.getTagValue());
            }
            String series = tags.get("method") + ' ' + tags.get("route") + ' ' + tags.get("status");
            return Exchange.proxy(Timer.class, (update, time) -> counted.add(series));
        });
    }
}
