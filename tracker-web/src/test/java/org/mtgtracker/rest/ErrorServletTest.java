package org.mtgtracker.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;

class ErrorServletTest {
    @Test
    void what_a_page_threw_is_a_page_of_ours_that_tells_nothing_of_it() throws Exception {
        Exchange page = shown("/card", new ServletException(new FacesException(new IllegalStateException("secret"))));

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.forwarded()).isEqualTo("/WEB-INF/error/500.xhtml");
        assertThat(page.headers()).containsEntry("Cache-Control", "no-store");
        assertThat(page.body()).isEmpty();
    }

    @Test
    void a_database_that_is_away_is_said_to_be_so() throws Exception {
        Exchange page = shown("/account/keys", new FacesException(new DatabaseUnavailable("away", null)));

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.forwarded()).isEqualTo("/WEB-INF/error/503.xhtml");
    }

    @Test
    void a_form_that_comes_too_late_is_told_so() throws Exception {
        Exchange page = shown("/account/keys", new ServletException(new ViewExpiredException("/account/keys.xhtml")));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.forwarded()).isEqualTo("/WEB-INF/error/expired.xhtml");
    }

    @Test
    void a_program_gets_a_problem_and_no_page() throws Exception {
        Exchange answer = shown("/api/v2/cards", new IllegalStateException("secret"));

        assertThat(answer.forwarded()).isEmpty();
        assertThat(answer.body()).contains("\"status\":500").doesNotContain("secret", "IllegalState");
    }

    private static Exchange shown(String path, Throwable failure) throws ServletException, IOException {
        Exchange exchange = new Exchange(path, MappingMatch.EXACT).thrown(failure);
        new ErrorServlet().service(exchange.request(), exchange.response());
        return exchange;
    }
}
