package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API8:2023, security misconfiguration: nothing is open that nobody opened, and nothing tells what runs here. */
@ExtendWith(SharedTracker.class)
class Owasp08ConfigurationIT {
    private final RunningTracker tracker;
    private final Api api;
    private final RawHttp raw;

    Owasp08ConfigurationIT(RunningTracker tracker) {
        this.tracker = tracker;
        this.api = tracker.api();
        this.raw = new RawHttp(tracker.address());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v2/catalogue",
                "/api/v2/nothing",
                "/nothing",
                "/api/v2/imports",
                "/api-docs",
                "/ready",
                "/assets/icon.svg",
                "/sign-in"
            })
    void every_answer_has_its_security_headers_and_none_that_tells_what_runs_here(String path) {
        HttpResponse<String> answer = api.get(path);

        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).isPresent();
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
        assertThat(answer.body()).doesNotContain("Payara", "GlassFish", "java.lang", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/application.wadl",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/assets/",
                "/webjars/",
                "/__asadmin/get",
                "/management/domain",
                "/common/index.jsf",
                "/errors",
                "/.git/config",
                "/WEB-INF%2fweb.xml",
                "/assets/..%2fWEB-INF%2fweb.xml",
                "/admin%2f",
                "/admin/imports.xhtml",
                "/admin/imports.xhtml;x",
                "/web-inf/web.xml",
                "/WEB-INF/template/page.xhtml",
                "/WEB-INF/template/page",
                "/assets/%2e%2e/WEB-INF/web.xml",
                "/assets/%c0%ae%c0%ae/WEB-INF/web.xml",
                "/webjars/..%5cWEB-INF%5cweb.xml",
                "/pictures/..%2f..%2fWEB-INF%2fweb.xml",
                "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
                "/jakarta.faces.resource/../WEB-INF/web.xml.xhtml",
                "/jakarta.faces.resource/%2e%2e%2fWEB-INF%2fweb.xml.xhtml"
            })
    void what_is_not_for_callers_is_not_there(String path) {
        int status = raw.send("GET " + path + " HTTP/1.1").status();

        assertThat(status).as(path).isIn(302, 400, 401, 403, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin;x=y/imports",
                "/WEB-INF;x/web.xml",
                "/;/WEB-INF/web.xml",
                "/assets/..;/WEB-INF/web.xml",
                "/./admin/imports",
                "//admin/imports",
                "/x/../admin/imports"
            })
    void another_way_to_write_an_address_shows_nothing_else(String path) {
        RawHttp.Answer answer = raw.send("GET " + path + " HTTP/1.1");

        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.body()).doesNotContain("<web-app", "ui:composition", "Start an import");
        assertThat(answer.headers().getOrDefault("location", "/")).doesNotStartWith("//");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v2/catalogue", "/assets/icon.svg", "/nothing", "/api/v2/nothing", "/api-docs"})
    void who_comes_by_https_is_told_to_go_on_so(String path) {
        assertThat(api.get(path, "X-Forwarded-Proto", "https").headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000");
        assertThat(api.get(path).headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "Other systems have one loopback address")
    void whoever_says_himself_that_he_came_by_https_is_not_believed() {
        String[] asked = {"GET /api/v2/catalogue HTTP/1.1", "X-Forwarded-Proto: https"};

        assertThat(raw.from("127.0.0.1").send(asked).headers()).containsKey("strict-transport-security");
        assertThat(raw.from("127.0.0.2").send(asked).headers()).doesNotContainKey("strict-transport-security");
    }

    @Test
    void a_session_that_began_by_https_has_a_cookie_for_https_alone() {
        assertThat(cookie("https")).contains("HttpOnly", "SameSite=lax", "Secure");
        assertThat(cookie("http")).contains("HttpOnly", "SameSite=lax").doesNotContain("Secure");
    }

    /** What signing in sets: nothing else begins a session. */
    private String cookie(String scheme) {
        HttpResponse<String> signedIn = api.call(
                "POST",
                "/sign-in",
                "application/x-www-form-urlencoded",
                "in=in&name=admin&sign-in=&jakarta.faces.ViewState=stateless&password="
                        + URLEncoder.encode(tracker.password().orElseThrow(), UTF_8),
                Map.of("X-Forwarded-Proto", scheme, "Origin", tracker.address().toString()));
        assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(302);
        return String.join("\n", signedIn.headers().allValues("Set-Cookie"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "PROPFIND"})
    void methods_that_nobody_needs_do_nothing(String method) {
        assertThat(raw.send(method + " /api/v2/catalogue HTTP/1.1").status()).isIn(405, 501);
        assertThat(raw.send(method + " / HTTP/1.1").status()).isIn(400, 405, 501);
    }
}
