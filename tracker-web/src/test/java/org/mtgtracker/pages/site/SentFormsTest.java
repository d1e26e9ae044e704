package org.mtgtracker.pages.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtgtracker.rest.Exchange;

class SentFormsTest {
    private static final String ID = "00000000-0000-4000-8000-00000000000a";
    private static final String OTHER = "00000000-0000-4000-8000-00000000000b";

    private final AtomicInteger done = new AtomicInteger();
    private final SentForms forms = new SentForms(new GivenAnswers());

    /** A request as a browser sends it, and what is answered. */
    private static final class Sent {
        private final String method;
        private final String path;
        private final Map<String, String> headers = new HashMap<>();
        private final Map<String, String[]> fields = new HashMap<>();
        private final List<String> cookies = new ArrayList<>();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private String query;
        private String location = "";
        private int status = 200;

        Sent(String method, String path) {
            this.method = method;
            this.path = path;
            headers.put("Host", "tracker.example");
        }

        static Sent form(String id) {
            return new Sent("POST", "/account/keys")
                    .header("Origin", "https://tracker.example")
                    .field("once", id);
        }

        Sent header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        Sent field(String name, String value) {
            fields.put(name, new String[] {value});
            return this;
        }

        HttpServletRequest request() {
            return Exchange.proxy(HttpServletRequest.class, (name, arguments) -> switch (name) {
                case "getMethod" -> method;
                case "getServletPath", "getRequestURI" -> path;
                case "getQueryString" -> query;
                case "getHeader" -> headers.get(arguments[0]);
                case "getParameter" -> fields.containsKey(arguments[0]) ? fields.get(arguments[0])[0] : null;
                case "getParameterMap" -> fields;
                case "getCharacterEncoding" -> "UTF-8";
                case "getContentLengthLong" -> 100L;
                case "getRemoteUser" -> "jaya";
                default -> throw new UnsupportedOperationException(name);
            });
        }

        HttpServletResponse response() {
            return Exchange.proxy(HttpServletResponse.class, (name, arguments) -> switch (name) {
                case "getStatus" -> status;
                case "setStatus", "sendError" -> status = (Integer) arguments[0];
                case "isCommitted" -> false;
                case "getContentType" -> "text/html";
                case "resetBuffer" -> null;
                case "getHeaders" -> cookies;
                case "addHeader" -> cookies.add((String) arguments[1]);
                case "setHeader", "setContentType", "setContentLength" -> null;
                case "sendRedirect" -> location = (String) arguments[0];
                case "getOutputStream" -> new Out(body);
                default -> throw new UnsupportedOperationException(name);
            });
        }

        String answered() {
            return status + " " + location + body.toString(UTF_8) + cookies;
        }
    }

    private static final class Out extends ServletOutputStream {
        private final ByteArrayOutputStream bytes;

        Out(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int one) {
            bytes.write(one);
        }
    }

    private String send(Sent sent) throws IOException, ServletException {
        forms.doFilter(sent.request(), sent.response(), (request, response) -> {
            ((HttpServletResponse) response).addHeader("Set-Cookie", "a=b");
            response.getOutputStream().write(("made " + done.incrementAndGet()).getBytes(UTF_8));
        });
        return sent.answered();
    }

    @Test
    void a_form_that_comes_again_is_answered_again_and_done_once() throws Exception {
        String first = send(Sent.form(ID).field("name", "a deck box"));

        assertThat(send(Sent.form(ID).field("name", "a deck box"))).isEqualTo(first);
        assertThat(first).isEqualTo("200 made 1[a=b]");
        assertThat(done).hasValue(1);
    }

    @Test
    void another_form_and_the_same_one_filled_in_otherwise_are_done() throws Exception {
        send(Sent.form(ID).field("name", "a deck box"));
        send(Sent.form(ID).field("name", "two"));
        send(Sent.form(OTHER).field("name", "a deck box"));

        assertThat(done).hasValue(3);
    }

    @Test
    void where_the_first_was_led_the_second_is_led() throws Exception {
        for (int time = 0; time < 2; time++) {
            Sent sent = Sent.form(ID);
            forms.doFilter(sent.request(), sent.response(), (request, response) -> {
                done.incrementAndGet();
                ((HttpServletResponse) response).sendRedirect("/account/keys");
            });
            assertThat(sent.answered()).isEqualTo("200 /account/keys[]");
        }
        assertThat(done).hasValue(1);
    }

    @Test
    void the_second_click_waits_for_what_the_first_one_comes_to() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Sent first = Sent.form(ID);
        CompletableFuture<Void> working = CompletableFuture.runAsync(() -> {
            try {
                forms.doFilter(first.request(), first.response(), (request, response) -> {
                    begun.countDown();
                    try {
                        assertThat(goOn.await(1, TimeUnit.MINUTES)).isTrue();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    response.getOutputStream().write(("made " + done.incrementAndGet()).getBytes(UTF_8));
                });
            } catch (IOException | ServletException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> {
            try {
                return send(Sent.form(ID));
            } catch (IOException | ServletException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(second).isNotDone();
        goOn.countDown();

        working.get(1, TimeUnit.MINUTES);
        assertThat(second.get(1, TimeUnit.MINUTES)).isEqualTo("200 made 1[]").isEqualTo(first.answered());
        assertThat(done).hasValue(1);
    }

    @Test
    void what_has_failed_may_be_tried_again() throws Exception {
        Sent first = Sent.form(ID);
        forms.doFilter(first.request(), first.response(), (request, response) -> ((HttpServletResponse) response)
                .sendError(500));

        assertThat(first.answered()).isEqualTo("500 []");
        assertThat(send(Sent.form(ID))).isEqualTo("200 made 1[a=b]");
    }

    @ParameterizedTest
    @CsvSource({
        "https://tracker.example, , 200",
        "https://evil.example, , 403",
        "null, , 403",
        ", , 403",
        ", same-origin, 200",
        ", none, 200",
        ", same-site, 403",
        "https://tracker.example, cross-site, 403",
        "https://behind.a.proxy, same-origin, 200"
    })
    void a_form_is_taken_from_our_own_pages(String origin, String site, int status) throws Exception {
        Sent sent = new Sent("POST", "/sign-in");
        if (origin != null) {
            sent.header("Origin", origin);
        }
        if (site != null) {
            sent.header("Sec-Fetch-Site", site);
        }

        send(sent);

        assertThat(sent.status).isEqualTo(status);
        assertThat(done).hasValue(status == 200 ? 1 : 0);
    }

    @Test
    void an_address_is_no_form_whatever_it_says() throws Exception {
        Sent link = new Sent("GET", "/admin/jobs")
                .header("Sec-Fetch-Site", "same-origin")
                .field("jakarta.faces.ViewState", "stateless");

        send(link);

        assertThat(link.status).isEqualTo(403);
        assertThat(done).hasValue(0);
    }

    @Test
    void a_page_is_only_looked_at() throws Exception {
        Sent look = new Sent("GET", "/admin/jobs");

        assertThat(send(look)).startsWith("200 made 1");
    }

    @Test
    void of_a_form_with_a_file_nothing_is_read_but_its_address() throws Exception {
        for (int time = 0; time < 2; time++) {
            Sent file = new Sent("POST", SentForms.UPLOADS).header("Origin", "https://tracker.example");
            file.query = "once=" + ID;
            assertThat(send(file)).startsWith("200 made 1");
        }
    }
}
