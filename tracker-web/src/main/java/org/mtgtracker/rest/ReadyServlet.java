package org.mtgtracker.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness in the words of the baseline, whose clients look at {@code /ready}; the checks are those of /health/ready. */
@WebServlet(urlPatterns = "/ready")
public class ReadyServlet extends HttpServlet {
    private static final String DATABASES = "databases";

    @Inject
    @Any
    private transient Instance<HealthCheck> checks;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<HealthCheckResponse> answers = checks.select(Readiness.Literal.INSTANCE).stream()
                .map(HealthCheck::call)
                .toList();
        boolean ready = answers.stream().allMatch(ReadyServlet::isUp);
        boolean connected = answers.stream()
                .filter(answer -> answer.getName().equals(DATABASES))
                .allMatch(ReadyServlet::isUp);
        byte[] body = "{\"status\":\"%s\",\"database\":\"%s\"}"
                .formatted(ready ? "ready" : "not ready", connected ? "connected" : "not connected")
                .getBytes(UTF_8);
        response.setStatus(ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean isUp(HealthCheckResponse answer) {
        return answer.getStatus() == HealthCheckResponse.Status.UP;
    }
}
