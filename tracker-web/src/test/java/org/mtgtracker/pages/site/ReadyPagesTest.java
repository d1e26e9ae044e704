package org.mtgtracker.pages.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.rest.Exchange;
import org.mtgtracker.rest.ready.ReadyAnswersFixture;

class ReadyPagesTest {
    private static final String PAGE = "<!DOCTYPE html><title>Æther</title>" + "<p>x</p>".repeat(500);
    private static final Instant NOON = Instant.parse("2026-02-14T12:00:00Z");

    private final ReadyAnswersFixture cards = new ReadyAnswersFixture();
    private final AtomicLong made = new AtomicLong();
    private Instant now = NOON;

    @Test
    void a_page_is_made_once_for_all_who_are_not_signed_in() throws Exception {
        Exchange first = get(page("/search").query("q=elf"));
        Exchange second = get(page("/search").query("q=elf"));

        assertThat(made).hasValue(1);
        assertThat(first.body()).isEqualTo(PAGE);
        assertThat(second.body()).isEqualTo(PAGE);
        assertThat(second.headers())
                .containsEntry("Cache-Control", "private, no-cache")
                .containsKey("ETag")
                .containsAllEntriesOf(first.headers());
    }

    @Test
    void what_a_writer_writes_comes_in_its_encoding() throws Exception {
        Exchange exchange = page("/search");

        pages().doFilter(exchange.request(), exchange.response(), (request, response) -> {
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().write(PAGE);
            response.flushBuffer();
        });

        assertThat(exchange.body()).isEqualTo(PAGE);
        assertThat(get(page("/search")).body()).isEqualTo(PAGE);
        assertThat(made).hasValue(0);
    }

    @Test
    void a_browser_that_has_it_gets_no_body() throws Exception {
        String tag = get(page("/search")).headers().get("ETag");

        Exchange again = get(page("/search").with("If-None-Match", tag));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
    }

    @Test
    void it_is_packed_for_whoever_understands_that() throws Exception {
        Exchange first = get(page("/search").with("Accept-Encoding", "gzip, br"));
        Exchange second = get(page("/search").with("Accept-Encoding", "gzip, br"));

        for (Exchange each : new Exchange[] {first, second}) {
            assertThat(each.headers()).containsEntry("Content-Encoding", "gzip");
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(each.bytes()))) {
                assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(PAGE);
            }
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void another_address_theme_or_state_is_another_page() throws Exception {
        get(page("/search").query("q=elf"));
        get(page("/search").query("q=orc"));
        get(page("/search").query(null));
        assertThat(made).hasValue(3);

        cards.change();
        get(page("/search").query("q=elf"));
        assertThat(made).hasValue(4);

        now = NOON.plusSeconds(ReadyPages.SECONDS);
        get(page("/search").query("q=elf"));
        assertThat(made).hasValue(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account/profile", "/sign-in", "/admin/users", "/build"})
    void other_pages_are_made_for_each(String path) throws Exception {
        get(page(path));
        get(page(path));

        assertThat(made).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "X-API-Key"})
    void who_may_be_known_has_a_page_of_his_own(String header) throws Exception {
        get(page("/search"));
        get(page("/search").with(header, "somebody"));

        assertThat(made).hasValue(2);
    }

    @Test
    void who_has_a_session_has_a_page_of_his_own() throws Exception {
        get(page("/search"));
        Exchange exchange = page("/search");
        HttpServletRequest request = new HttpServletRequestWrapper(exchange.request()) {
            @Override
            public String getRequestedSessionId() {
                return "a session, perhaps over";
            }
        };

        pages().doFilter(request, exchange.response(), writing(PAGE));

        assertThat(made).hasValue(2);
    }

    @Test
    void an_error_is_nobody_elses() throws Exception {
        Exchange exchange = page("/card");
        FilterChain failing = (request, response) -> {
            made.incrementAndGet();
            response.getWriter().write("half a page");
            ((HttpServletResponse) response).sendError(404);
        };

        pages().doFilter(exchange.request(), exchange.response(), failing);
        get(page("/card"));

        assertThat(exchange.status()).isEqualTo(404);
        assertThat(exchange.bytes()).isEmpty();
        assertThat(made).hasValue(2);
    }

    @Test
    void a_page_with_another_status_or_a_cookie_is_sent_and_not_kept() throws Exception {
        for (String what : new String[] {"status", "cookie"}) {
            Exchange exchange = page("/card");
            FilterChain odd = (request, response) -> {
                if (what.equals("status")) {
                    ((HttpServletResponse) response).setStatus(503);
                } else {
                    ((HttpServletResponse) response).setHeader("Set-Cookie", "a=b");
                }
                writing("odd").doFilter(request, response);
            };

            pages().doFilter(exchange.request(), exchange.response(), odd);

            assertThat(exchange.body()).isEqualTo("odd");
        }
        assertThat(get(page("/card")).body()).isEqualTo(PAGE);
    }

    @Test
    void without_an_index_every_page_is_made() throws Exception {
        cards.withoutIndex();

        get(page("/search"));
        get(page("/search"));

        assertThat(made).hasValue(2);
    }

    private Exchange get(Exchange exchange) throws ServletException, IOException {
        pages().doFilter(exchange.request(), exchange.response(), writing(PAGE));
        return exchange;
    }

    private FilterChain writing(String text) {
        return (request, response) -> {
            made.incrementAndGet();
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(text.getBytes(UTF_8));
        };
    }

    private static Exchange page(String path) {
        return new Exchange(path, MappingMatch.EXACT);
    }

    private ReadyPages pages() {
        return new ReadyPages(cards.answers(), Clock.fixed(now, ZoneOffset.UTC));
    }
}
