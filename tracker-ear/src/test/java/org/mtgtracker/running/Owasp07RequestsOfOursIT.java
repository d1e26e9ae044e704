package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API7:2023, server side request forgery: only an administrator makes the server ask somebody, and only over HTTP. */
@ExtendWith(SharedTracker.class)
class Owasp07RequestsOfOursIT {
    private final RunningTracker tracker;

    Owasp07RequestsOfOursIT(RunningTracker tracker) {
        this.tracker = tracker;
    }

    @Test
    void nobody_else_makes_it_ask() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inside.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        inside.start();
        try {
            String address = "http://127.0.0.1:" + inside.getAddress().getPort() + "/secret";

            assertThat(tracker.api().startImport(address).statusCode()).isEqualTo(401);
            assertThat(tracker.api()
                            .post("/api/v2/price-files", "{\"source\":\"" + address + "\"}")
                            .statusCode())
                    .isEqualTo(401);
            tracker.api().get("/api/v2/cards?q=" + address.replace(":", "%3A").replace("/", "%2F"));
            tracker.api().get("/api/v2/catalogue", "Host", address, "Referer", address, "X-Forwarded-Host", address);
        } catch (IllegalArgumentException e) {
            // the client does not send another Host; the rest was asked before
            assertThat(e).hasMessageContaining("Host");
        } finally {
            inside.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gopher://127.0.0.1:6379/_INFO", "ftp://127.0.0.1/cards.json", "jar:file:///etc/passwd!/x",
                "ldap://127.0.0.1/x", "dict://127.0.0.1:11211/stat", "file://elsewhere/etc/passwd"
            })
    void another_scheme_than_http_is_refused_also_to_an_administrator(String source) {
        HttpResponse<String> answer = tracker.asAdmin().startImport(source);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    }

    @Test
    void a_file_that_is_no_catalogue_is_not_shown() {
        String run = Imports.of(tracker).finished("/etc/passwd").toString();

        assertThat(run).contains("failed").doesNotContain("/bin/bash", "nologin");
    }
}
