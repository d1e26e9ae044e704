package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages do not let others do with a person's browser, and what they say when they refuse something. */
@ExtendWith(SharedTracker.class)
class PageSecurityIT {
    private static final String SESSION = "TRACKER_SESSION";
    private static final String VIEW_STATE = "jakarta.faces.ViewState";
    private static final Map<String, String> START_IMPORT =
            Map.of("start", "start", "source", "demo", "import", "Start the import", VIEW_STATE, "stateless");
    private static final Pattern STATE = Pattern.compile("name=\"" + VIEW_STATE + "\"[^>]*value=\"([^\"]*)\"");

    private final RunningTracker tracker;

    PageSecurityIT(RunningTracker tracker) {
        this.tracker = tracker;
    }

    /** A browser without scripts: it keeps cookies and follows nothing. */
    private final class Visitor {
        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        HttpResponse<String> get(String path) {
            return send(HttpRequest.newBuilder(address(path)).header("Accept", "text/html"));
        }

        HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                    .header("Accept", "text/html")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(new TreeMap<>(fields)
                            .entrySet().stream()
                                    .map(field -> URLEncoder.encode(field.getKey(), UTF_8) + "="
                                            + URLEncoder.encode(field.getValue(), UTF_8))
                                    .collect(Collectors.joining("&"))));
            request.header("Origin", tracker.address().toString());
            for (int at = 0; at < headers.length; at += 2) {
                request.setHeader(headers[at], headers[at + 1]);
            }
            return send(request);
        }

        /** Opens the page of signing in and sends its form. */
        HttpResponse<String> signIn(String name, String password, String next) {
            String page = get("/sign-in?next=" + URLEncoder.encode(next, UTF_8)).body();
            return post(
                    "/sign-in",
                    Map.of(
                            "in",
                            "in",
                            "name",
                            name,
                            "password",
                            password,
                            "next",
                            next,
                            "sign-in",
                            "Sign in",
                            VIEW_STATE,
                            state(page)));
        }

        Visitor asAdmin() {
            assertThat(signIn("admin", tracker.password().orElseThrow(), "/").statusCode())
                    .isEqualTo(302);
            return this;
        }

        String session() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(SESSION))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
        }

        void plant(String session) {
            HttpCookie cookie = new HttpCookie(SESSION, session);
            cookie.setPath("/");
            // as the one that the server sends has it, which takes its place then
            cookie.setDomain(tracker.address().getHost());
            cookie.setVersion(0);
            cookies.getCookieStore().add(tracker.address(), cookie);
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private URI address(String path) {
            return URI.create(tracker.address() + path);
        }
    }

    private static String state(String page) {
        Matcher state = STATE.matcher(page);
        assertThat(state.find()).as("a view state in %s", page).isTrue();
        return state.group(1);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/search?q=t%3Aelf", "/sets", "/trending", "/build", "/sign-in", "/sign-up", "/nothing-here"
            })
    void scripts_and_styles_come_from_here_alone_and_nobody_frames_a_page(String path) {
        HttpResponse<String> page = new Visitor().get(path);

        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'self'", "object-src 'none'", "base-uri 'self'", "form-action 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe", "script-src", "style-src", "*"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]* src=)").doesNotContain("<style", " style=\"");
    }

    @Test
    void what_everybody_reads_starts_no_session() {
        Visitor visitor = new Visitor();

        for (String path :
                new String[] {"/", "/search?q=t%3Aelf", "/sets", "/trending", "/build", "/help/search", "/sign-in"}) {
            assertThat(visitor.get(path).headers().allValues("Set-Cookie"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void a_session_is_another_one_after_signing_in_and_nobody_reads_its_cookie() {
        Visitor visitor = new Visitor();
        visitor.plant("before");

        HttpResponse<String> signedIn =
                visitor.signIn("admin", tracker.password().orElseThrow(), "/sets");

        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(location(signedIn)).endsWith("/sets");
        assertThat(visitor.session()).isNotEmpty().isNotEqualTo("before");
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(SESSION))
                .isNotEmpty()
                .allSatisfy(cookie ->
                        assertThat(cookie).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax"));
        Visitor thief = new Visitor();
        thief.plant("before");
        assertThat(thief.get("/account/profile").statusCode()).isEqualTo(302);
    }

    @Test
    void a_session_that_somebody_else_thought_of_is_not_taken() {
        Visitor victim = new Visitor();
        victim.plant("an-id-that-an-attacker-knows");

        victim.asAdmin();

        assertThat(victim.session()).isNotEqualTo("an-id-that-an-attacker-knows");
        Visitor attacker = new Visitor();
        attacker.plant("an-id-that-an-attacker-knows");
        assertThat(attacker.get("/admin/overview").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/\t/evil.example"
            })
    void signing_in_leads_nowhere_else(String next) {
        HttpResponse<String> answer =
                new Visitor().signIn("admin", tracker.password().orElseThrow(), next);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(URI.create(location(answer)).getPath()).isEqualTo("/");
        assertThat(location(answer)).doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1"})
    void a_form_of_a_page_that_is_not_ours_starts_nothing(String origin) {
        Visitor admin = new Visitor().asAdmin();
        String newest = newestImport();

        HttpResponse<String> answer = admin.post("/admin/imports", START_IMPORT, "Origin", origin);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("Exception", "Payara");
        assertThat(newestImport()).isEqualTo(newest);
    }

    @Test
    void a_link_starts_nothing() {
        Visitor admin = new Visitor().asAdmin();
        String newest = newestImport();

        HttpResponse<String> answer = admin.get(
                "/admin/imports?start=start&source=demo&import=Start+the+import&" + VIEW_STATE + "=stateless");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(newestImport()).isEqualTo(newest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890:-987654321", "x", "-1:"})
    void a_form_of_another_version_says_that_nothing_was_done_and_where_to_go(String state) {
        HttpResponse<String> answer = new Visitor()
                .post(
                        "/sign-in",
                        Map.of("in", "in", "name", "admin", "password", "x", "sign-in", "Sign in", VIEW_STATE, state));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("not carried out", "href=\"/sign-in\"")
                .contains(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void a_form_that_is_sent_twice_at_once_makes_one_thing_and_both_see_it() {
        Visitor visitor = new Visitor();
        visitor.signIn(new People(tracker).somebody().name(), People.PASSWORD, "/");
        Map<String, String> form = Map.of(
                "make-form",
                "make-form",
                "once",
                once(visitor.get("/account/keys").body()),
                "name",
                "my deck box",
                "scopes",
                "cards:read",
                "expiresAt",
                "30",
                "make",
                "Make the key",
                VIEW_STATE,
                "stateless");

        CompletableFuture<String> one = CompletableFuture.supplyAsync(() -> made(visitor.post("/account/keys", form)));
        CompletableFuture<String> other =
                CompletableFuture.supplyAsync(() -> made(visitor.post("/account/keys", form)));

        assertThat(one.join()).isEqualTo(other.join());
        assertThat(visitor.get("/account/keys").body().split("Revoke the key for", -1))
                .hasSize(2);
    }

    private static String once(String page) {
        Matcher once = Pattern.compile("name=\"once\" value=\"([^\"]*)\"").matcher(page);
        assertThat(once.find()).as("the id of a form in %s", page).isTrue();
        return once.group(1);
    }

    private static String made(HttpResponse<String> page) {
        Matcher key = Pattern.compile("<code>(mtg_[^<]*)</code>").matcher(page.body());
        assertThat(key.find()).as("a key in %s", page.body()).isTrue();
        return key.group(1);
    }

    @Test
    void a_button_means_the_row_that_was_seen_though_another_has_taken_its_place() {
        Visitor visitor = new Visitor();
        People.Person jaya = new People(tracker).somebody();
        visitor.signIn(jaya.name(), People.PASSWORD, "/");
        String first = key(jaya, "first");
        String second = key(jaya, "second");

        visitor.post("/account/keys", Map.of("keys", "keys", "revoke", first, VIEW_STATE, "stateless"));

        assertThat(isRevoked(jaya, first)).isTrue();
        assertThat(isRevoked(jaya, second)).isFalse();
        assertThat(visitor.post("/account/keys", Map.of("keys", "keys", "revoke", "no id", VIEW_STATE, "stateless"))
                        .statusCode())
                .isEqualTo(200);
    }

    private static String key(People.Person person, String name) {
        return Api.parsed(person.api()
                        .call(
                                "POST",
                                "/api/v2/me/api-keys",
                                "{\"name\": \"%s\", \"scopes\": [\"cards:read\"]}".formatted(name))
                        .body())
                .path("id")
                .asText();
    }

    private static boolean isRevoked(People.Person person, String id) {
        for (JsonNode key : person.api().json("/api/v2/me/api-keys").path("data")) {
            if (key.path("id").asText().equals(id)) {
                return key.hasNonNull("revokedAt");
            }
        }
        throw new IllegalStateException("There is no key " + id);
    }

    private String newestImport() {
        return tracker.asAdmin()
                .json("/api/v2/imports")
                .path("data")
                .path(0)
                .path("id")
                .asText();
    }

    @Test
    void a_price_file_is_taken_from_our_own_page_and_from_no_other() {
        Visitor admin = new Visitor().asAdmin();

        assertThat(upload(admin, "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(upload(admin, "null").statusCode()).isEqualTo(403);
        HttpResponse<String> stranger = upload(new Visitor(), tracker.address().toString());
        assertThat(stranger.statusCode()).isEqualTo(302);
        assertThat(location(stranger)).contains("/sign-in");
        HttpResponse<String> own = upload(admin, tracker.address().toString());
        assertThat(own.statusCode()).isEqualTo(302);
        assertThat(location(own)).contains("/admin/price-files?file=");
        assertThat(admin.get(URI.create(location(own)).getRawPath() + "?"
                                + URI.create(location(own)).getRawQuery())
                        .body())
                .contains("mine.csv");
    }

    private static HttpResponse<String> upload(Visitor visitor, String origin) {
        String boundary = "----a-boundary";
        HttpRequest.Builder request = HttpRequest.newBuilder(visitor.address("/admin/price-files/file"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nPRICES\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"mine.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\ndate,scryfall_id,usd\n\r\n--" + boundary + "--\r\n"));
        return visitor.send(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/overview", "/admin/imports", "/admin/price-files", "/admin/jobs", "/admin/users"})
    void who_may_not_see_a_page_is_told_so_with_the_requests_number(String path) {
        String name = new People(tracker).somebody().name();
        Visitor somebody = new Visitor();
        somebody.signIn(name, People.PASSWORD, "/");

        HttpResponse<String> refused = somebody.get(path);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("You may not see this page", "<main")
                .contains(refused.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void a_form_that_was_open_while_the_server_started_anew_is_taken() {
        Visitor visitor = new Visitor();
        String once = once(visitor.get("/sign-in?next=/sets").body());
        visitor.plant("a-session-of-before-the-restart");

        HttpResponse<String> answer = visitor.post(
                "/sign-in",
                Map.of(
                        "in",
                        "in",
                        "once",
                        once,
                        "name",
                        "admin",
                        "password",
                        tracker.password().orElseThrow(),
                        "next",
                        "/sets",
                        "sign-in",
                        "Sign in",
                        VIEW_STATE,
                        "stateless"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/sets");
    }
}
