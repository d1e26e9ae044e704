package org.mtgtracker.rest.ready;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.identity.boundary.Caller;
import org.mtgtracker.identity.boundary.Credential;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.identity.boundary.Scope;
import org.mtgtracker.rest.ETag;
import org.mtgtracker.rest.Exchange;
import org.mtgtracker.rest.Routes;
import org.mtgtracker.rest.identity.CurrentCaller;

class ReadyAnswersFilterTest {
    private static final String PATH = "/api/v2/cards";
    private static final String QUERY = "q=t%3Aangel";
    private static final byte[] SHORT = "{\"data\":[]}".getBytes(UTF_8);
    private static final byte[] LONG = ("{\"data\":[" + "1,".repeat(2000) + "1]}").getBytes(UTF_8);
    private static final ETag TAG = ETag.of("a tag");
    private static final UUID ID = UUID.fromString("0000579f-7b35-4ed3-b44c-db2a538066fe");
    private static final String CARD = "{\"id\":\"" + ID + "\"}";
    private static final FilterChain NOBODY = (request, response) -> {
        throw new ServletException("came through");
    };

    private final AtomicLong asked = new AtomicLong();
    private final ReadyAnswersFixture cards = new ReadyAnswersFixture();

    @Test
    void what_was_answered_once_is_answered_again_without_the_resource() throws Exception {
        keep(SHORT);

        Exchange exchange = send(request());

        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.bytes()).isEqualTo(SHORT);
        assertThat(exchange.headers())
                .containsEntry("ETag", TAG.header())
                .containsEntry("Cache-Control", "public, max-age=60")
                .containsEntry("Link", "<next>; rel=\"next\"")
                .doesNotContainKey("Content-Encoding");
        assertThat(asked).hasValue(0);
    }

    @Test
    void who_holds_it_already_gets_no_body() throws Exception {
        keep(SHORT);

        Exchange exchange = send(request().with("If-None-Match", TAG.header()));

        assertThat(exchange.status()).isEqualTo(304);
        assertThat(exchange.bytes()).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|true",
                "br, gzip;q=0.5|true",
                "deflate,gzip , br|true",
                "gzip;q=0|false",
                "gzip; q=0.0, br|false",
                "br|false",
                "notgzip|false"
            })
    void a_long_one_is_packed_for_whoever_understands_that(String accepted, boolean packed) throws Exception {
        keep(LONG);

        Exchange exchange = send(request().with("Accept-Encoding", accepted));

        assertThat(exchange.headers().containsKey("Content-Encoding")).isEqualTo(packed);
        assertThat(packed ? unpacked(exchange.bytes()) : exchange.bytes()).isEqualTo(LONG);
    }

    @Test
    void a_short_one_is_never_packed() throws Exception {
        keep(SHORT);

        assertThat(send(request().with("Accept-Encoding", "gzip")).bytes()).isEqualTo(SHORT);
    }

    @Test
    void another_catalogue_or_price_makes_it_old() throws Exception {
        keep(SHORT);
        cards.change();

        send(request());

        assertThat(asked).hasValue(1);
    }

    @Test
    void trends_that_were_reckoned_anew_make_it_old() throws Exception {
        keep(SHORT);
        cards.reckonAnew();

        send(request());

        assertThat(asked).hasValue(1);
    }

    @Test
    void another_day_makes_it_old() throws Exception {
        cards.answers().keep(PATH + "?q=tomorrow", ReadyAnswer.json("1-1 7 2026-02-01", TAG, Optional.empty(), SHORT));

        send(request().query("q=tomorrow"));

        assertThat(asked).hasValue(1);
    }

    @Test
    void a_pod_without_an_index_leaves_it_to_the_resource() throws Exception {
        keep(SHORT);
        cards.withoutIndex();

        send(request());

        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/xml", "application/json;q=0", "text/html,*/*"})
    void who_may_want_something_else_asks_the_resource(String accepted) throws Exception {
        keep(SHORT);

        send(request().with("Accept", accepted));

        assertThat(asked).hasValue(1);
    }

    @Test
    void another_method_or_query_asks_the_resource() throws Exception {
        keep(SHORT);

        send(request().method("POST"));
        send(request().method("HEAD"));
        send(request().query("q=t%3Aelf"));
        send(request().query(null));

        assertThat(asked).hasValue(4);
    }

    @Test
    void a_key_that_may_not_read_cards_is_refused_by_the_resource() throws Exception {
        keep(SHORT);

        send(request(), key(Set.of(Scope.ADMIN_READ)));
        assertThat(asked).hasValue(1);

        send(request(), key(Set.of(Scope.CARDS_READ)));
        assertThat(asked).hasValue(1);
    }

    @Test
    void what_would_cost_too_many_others_their_place_is_not_kept() throws Exception {
        cards.memory(2 * 32 * LONG.length - 1);
        keep(LONG);
        send(request());
        assertThat(asked).hasValue(1);

        cards.memory(2 * 32 * LONG.length);
        keep(LONG);
        send(request());
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_card_that_is_searched_is_answered_by_its_id_though_nobody_asked_before() throws Exception {
        cards.card(ID, CARD);

        Exchange exchange = send(card(ID.toString()));
        Exchange again = send(card(ID.toString()));

        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.body()).isEqualTo(CARD);
        assertThat(exchange.headers())
                .containsEntry("ETag", ETag.of(CARD.getBytes(UTF_8)).header())
                .containsEntry("Cache-Control", "public, max-age=60")
                .doesNotContainKey("Link");
        assertThat(again.body()).isEqualTo(CARD);
        assertThat(again.headers()).isEqualTo(exchange.headers());
        assertThat(asked).hasValue(0);
    }

    @Test
    void a_card_that_came_anew_is_answered_as_it_is_now_and_keeps_its_tag_when_it_has_not_changed() throws Exception {
        cards.card(ID, CARD);
        String tag = send(card(ID.toString())).headers().get("ETag");

        cards.change();
        assertThat(send(card(ID.toString()).with("If-None-Match", tag)).status())
                .isEqualTo(304);

        cards.change();
        cards.card(ID, "{\"name\":\"new\"}");
        Exchange changed = send(card(ID.toString()).with("If-None-Match", tag));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body()).isEqualTo("{\"name\":\"new\"}");
    }

    @Test
    void the_route_of_a_card_is_the_same_for_all_cards() throws Exception {
        cards.card(ID, CARD);
        HttpServletRequest request = card(ID.toString()).request();

        new ReadyAnswersFilter(cards.answers()).doFilter(request, card("").response(), NOBODY);

        assertThat(request.getAttribute(Routes.class.getName())).isEqualTo("/api/v2/cards/{id}");
    }

    @Test
    void a_card_that_is_not_searched_and_what_is_below_one_is_left_to_the_resource() throws Exception {
        cards.card(ID, CARD);

        send(card(UUID.randomUUID().toString()));
        send(card("abc"));
        send(card(""));
        send(card(ID + "/"));
        send(card(ID + "/prices"));
        send(card(ID.toString()).method("HEAD"));
        send(card(ID.toString()).with("Accept", "text/html"));
        send(card(ID.toString()), key(Set.of(Scope.ADMIN_READ)));
        assertThat(asked).hasValue(8);

        cards.withoutIndex();
        send(card(ID.toString()));
        assertThat(asked).hasValue(9);
    }

    private static Exchange card(String id) {
        return new Exchange(PATH + "/" + id, MappingMatch.PATH);
    }

    private static Exchange request() {
        return new Exchange(PATH, MappingMatch.PATH).query(QUERY);
    }

    private void keep(byte[] body) {
        cards.answers()
                .keep(
                        ReadyAnswers.key(PATH, QUERY),
                        ReadyAnswer.json(cards.answers().state(), TAG, Optional.of("<next>; rel=\"next\""), body));
    }

    private Exchange send(Exchange exchange) throws ServletException, IOException {
        return send(exchange, null);
    }

    private Exchange send(Exchange exchange, Caller caller) throws ServletException, IOException {
        HttpServletRequest request = exchange.request();
        if (caller != null) {
            request.setAttribute(CurrentCaller.class.getName(), caller);
        }
        new ReadyAnswersFilter(cards.answers())
                .doFilter(request, exchange.response(), (passed, answer) -> asked.incrementAndGet());
        return exchange;
    }

    private static Caller key(Set<Scope> scopes) {
        return new Caller(
                UUID.randomUUID(), "ada", Set.of(Role.API_CLIENT), new Credential.Key(UUID.randomUUID(), scopes));
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
