package org.mtgtracker.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.identity.boundary.Caller;
import org.mtgtracker.identity.boundary.Credential;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.ratelimit.boundary.Asker;
import org.mtgtracker.ratelimit.boundary.ClientAddresses;
import org.mtgtracker.ratelimit.boundary.Limit;
import org.mtgtracker.ratelimit.boundary.Policy;
import org.mtgtracker.ratelimit.boundary.RateLimits;
import org.mtgtracker.ratelimit.boundary.Tier;
import org.mtgtracker.ratelimit.boundary.Verdict;
import org.mtgtracker.ratelimit.control.LimitSettings;
import org.mtgtracker.rest.identity.CurrentCaller;

class ApiFilterTest {
    private static final FilterChain NOT_REACHED = (asked, answer) -> {
        throw new ServletException("came through");
    };

    private String origins = "";
    private Verdict verdict = Verdict.UNLIMITED;
    private Asker asker;
    private List<Policy> policies = List.of();

    @Test
    void a_request_that_authentication_refused_goes_no_further() throws Exception {
        verdict = within();
        Exchange exchange = new Exchange("/api/v2", MappingMatch.PATH);
        HttpServletRequest request = exchange.request();
        ServletProblems.refuse(request, Refused.badKey());

        filter().doFilter(request, exchange.response(), NOT_REACHED);

        assertThat(Answers.json(exchange.body())).containsEntry("type", "/problems/bad-api-key");
        assertThat(exchange.headers()).containsKeys("RateLimit", "RateLimit-Policy", "WWW-Authenticate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%ZZ", "q=a%", "q=100%&limit=1", "%1=x"})
    void a_query_that_cannot_be_decoded_goes_no_further(String query) throws Exception {
        verdict = within();
        Exchange exchange = new Exchange("/api/v2/cards", MappingMatch.PATH).query(query);

        filter().doFilter(exchange.request(), exchange.response(), NOT_REACHED);

        assertThat(Answers.json(exchange.body())).containsEntry("type", "/problems/bad-request");
    }

    @Test
    void a_header_without_end_goes_no_further() throws Exception {
        verdict = within();
        Exchange exchange = new Exchange("/api/v2/cards", MappingMatch.PATH).with("If-None-Match", "a".repeat(4001));

        filter().doFilter(exchange.request(), exchange.response(), NOT_REACHED);

        assertThat(Answers.json(exchange.body()))
                .containsEntry("type", "/problems/bad-header")
                .containsEntry("header", "If-None-Match");
        assertThat(exchange.body()).contains("4,000");
    }

    @Test
    void a_request_that_is_one_too_many_goes_no_further() throws Exception {
        verdict = new Verdict(List.of(new Verdict.Allowance(
                Policy.GENERAL, new Limit(100, Duration.ofMinutes(15)), 0, Duration.ofMillis(1500), true)));
        Exchange exchange = new Exchange("/api/v2", MappingMatch.PATH);

        filter().doFilter(exchange.request(), exchange.response(), NOT_REACHED);

        assertThat(Answers.json(exchange.body()))
                .containsEntry("type", "/problems/too-many-requests")
                .containsEntry("status", 429);
        assertThat(exchange.headers())
                .containsEntry("Retry-After", "2")
                .containsEntry("RateLimit", "\"general\";r=0;t=2");
    }

    @Test
    void searches_are_counted_as_such_and_the_nameless_by_address() throws Exception {
        pass(new Exchange("/api/v2/cards", MappingMatch.PATH));
        assertThat(policies).containsExactly(Policy.GENERAL, Policy.SEARCH);
        assertThat(asker).isEqualTo(Asker.at("192.0.2.1"));

        pass(new Exchange("/api/v2/cards/abc", MappingMatch.PATH));
        assertThat(policies).containsExactly(Policy.GENERAL);
    }

    @Test
    void who_is_known_is_counted_by_key_or_name_and_by_what_he_may() throws Exception {
        String key = "mtg_Abcdef09_" + "s".repeat(32);

        pass(new Exchange("/api/v2/cards", MappingMatch.PATH).with("X-API-Key", key), Role.API_CLIENT, Role.USER);
        assertThat(asker).isEqualTo(Asker.withKey("Abcdef09", Tier.API_CLIENT));

        pass(new Exchange("/api/v2/cards", MappingMatch.PATH).with("X-API-Key", key), Role.API_CLIENT, Role.ADMIN);
        assertThat(asker).isEqualTo(Asker.withKey("Abcdef09", Tier.ADMIN));

        pass(new Exchange("/api/v2/cards", MappingMatch.PATH), Role.USER);
        assertThat(asker).isEqualTo(Asker.called("ada", Tier.USER));
    }

    @Test
    void what_jax_rs_has_wiped_is_there_again() throws Exception {
        verdict = within();
        Exchange exchange = new Exchange("/api/v2", MappingMatch.PATH);

        filter().doFilter(exchange.request(), exchange.response(), (request, response) -> response.reset());

        assertThat(exchange.headers()).containsEntry("RateLimit", "\"general\";r=99;t=900");
    }

    @Test
    void pages_of_other_origins_are_let_in_where_that_is_set() throws Exception {
        origins = "https://cards.example, not-an-origin";
        Exchange known = new Exchange("/api/v2", MappingMatch.PATH).with("Origin", "https://cards.example");
        Exchange other = new Exchange("/api/v2", MappingMatch.PATH).with("Origin", "https://evil.example");

        pass(known);
        pass(other);

        assertThat(known.headers())
                .containsEntry("Access-Control-Allow-Origin", "https://cards.example")
                .containsEntry("Vary", "Accept, Accept-Encoding, Origin")
                .containsKey("Access-Control-Expose-Headers")
                .doesNotContainKey("Access-Control-Allow-Credentials");
        assertThat(other.headers())
                .containsEntry("Vary", "Accept, Accept-Encoding, Origin")
                .doesNotContainKey("Access-Control-Allow-Origin");
    }

    @Test
    void a_preflight_is_answered_at_once_and_not_counted() throws Exception {
        origins = "*";
        Exchange exchange = new Exchange("/api/v2/cards", MappingMatch.PATH)
                .method("OPTIONS")
                .with("Origin", "https://cards.example")
                .with("Access-Control-Request-Method", "POST");

        filter().doFilter(exchange.request(), exchange.response(), NOT_REACHED);

        assertThat(exchange.response().getStatus()).isEqualTo(204);
        assertThat(exchange.headers())
                .containsEntry("Access-Control-Allow-Origin", "*")
                .hasEntrySatisfying("Access-Control-Allow-Headers", headers -> assertThat(headers)
                        .contains("X-API-Key", "Authorization", "If-Match"));
        assertThat(asker).isNull();
    }

    @Test
    void where_nothing_is_set_nothing_is_said() throws Exception {
        Exchange exchange = new Exchange("/api/v2", MappingMatch.PATH).with("Origin", "https://cards.example");

        pass(exchange);

        assertThat(exchange.headers()).isEmpty();
    }

    private static Verdict within() {
        return new Verdict(List.of(new Verdict.Allowance(
                Policy.GENERAL, new Limit(100, Duration.ofMinutes(15)), 99, Duration.ofMinutes(15), false)));
    }

    private void pass(Exchange exchange, Role... roles) throws Exception {
        HttpServletRequest request = exchange.request();
        if (roles.length > 0) {
            Credential credential = new Credential.Session(UUID.randomUUID());
            request.setAttribute(
                    CurrentCaller.class.getName(), new Caller(UUID.randomUUID(), "ada", Set.of(roles), credential));
        }
        filter().doFilter(request, exchange.response(), (asked, response) -> ((HttpServletResponse) response)
                .setStatus(200));
    }

    private ApiFilter filter() {
        RateLimits limits = new RateLimits() {
            @Override
            public Verdict count(Asker who, List<Policy> what) {
                asker = who;
                policies = what;
                return verdict;
            }
        };
        LimitSettings settings = new LimitSettings(
                name -> Optional.ofNullable(Map.<String, String>of().get(name)));
        return new ApiFilter(
                new CrossOrigin(origins),
                new RequestLimits(limits, new ClientAddresses(settings)),
                new VersionLife(name -> Optional.empty()));
    }
}
