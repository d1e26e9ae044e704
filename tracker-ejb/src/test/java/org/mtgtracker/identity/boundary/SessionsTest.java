package org.mtgtracker.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mtgtracker.identity.boundary.Installation.HOME;
import static org.mtgtracker.identity.boundary.Installation.PASSWORD;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;

@OnEachDatabase
class SessionsTest {
    private static final String SCHEMA = "sessions";

    private final DatabaseUnderTest database;
    private final Installation here;

    SessionsTest(DatabaseUnderTest database) {
        this.database = database;
        this.here = new Installation(database, SCHEMA);
    }

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void the_right_password_tells_who_calls_whatever_the_case_of_the_name() {
        Account jaya = here.person();

        SessionTokens tokens = here.sessions.signIn(jaya.name().toUpperCase(), PASSWORD, HOME);

        assertThat(here.callers.byAccessToken(tokens.accessToken()))
                .isEqualTo(tokens.caller())
                .satisfies(caller -> {
                    assertThat(caller.id()).isEqualTo(jaya.id());
                    assertThat(caller.roles()).containsExactly(Role.USER);
                });
    }

    @Test
    void a_wrong_password_an_unknown_name_and_a_disabled_account_are_refused_in_the_same_words() {
        Account jaya = here.person();
        Account gone = here.person();
        here.users.change(here.admin(), gone.id(), Optional.empty(), Optional.of(false), HOME);

        for (String[] words :
                new String[][] {{jaya.name(), "freeze it all"}, {"nobody-at-all", PASSWORD}, {gone.name(), PASSWORD}}) {
            assertThatExceptionOfType(WrongCredentials.class)
                    .isThrownBy(() -> here.sessions.signIn(words[0], words[1], HOME))
                    .withMessage("This name and password do not belong together.")
                    .matches(refused -> refused.kind() == WrongCredentials.Kind.PASSWORD);
        }
        assertThat(here.acts(jaya.id())).containsExactly(Act.SIGNED_UP, Act.SIGN_IN_FAILED);
    }

    @Test
    void guessing_is_slowed_on_every_pod_for_names_that_are_and_names_that_are_not() {
        Account jaya = here.person();
        try (Installation there =
                new Installation(database, SCHEMA, here.clock, Optional.empty(), Map.of(), List.of())) {
            for (String name : List.of(jaya.name(), "n" + jaya.name())) {
                for (int i = 0; i < 3; i++) {
                    wrong(here, name);
                }
                assertThatExceptionOfType(TooManyAttempts.class)
                        .isThrownBy(() -> there.sessions.signIn(name, PASSWORD, HOME))
                        .matches(early -> early.seconds() == 2);
            }
            here.clock.pass(Duration.ofSeconds(2));

            assertThat(there.signIn(jaya).caller().id()).isEqualTo(jaya.id());
            wrong(here, jaya.name());
        }
    }

    private static void wrong(Installation pod, String name) {
        assertThatExceptionOfType(WrongCredentials.class)
                .isThrownBy(() -> pod.sessions.signIn(name, "freeze it all", HOME));
    }

    @Test
    void many_guesses_at_once_gain_nothing() throws InterruptedException {
        Account jaya = here.person();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Callable<String> guess = () -> {
            try {
                here.sessions.signIn(jaya.name(), "freeze it all", HOME);
                return "in";
            } catch (IdentityFailure e) {
                return e.getClass().getSimpleName();
            }
        };
        List<Future<String>> guesses = threads.invokeAll(java.util.Collections.nCopies(24, guess));
        threads.shutdown();

        assertThat(guesses)
                .extracting(Future::get)
                .filteredOn("WrongCredentials"::equals)
                .hasSizeLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00AD", "\u200B", "\u0301", "\u2060", "\uFE0F", "\u0000"})
    void a_name_with_something_invisible_in_it_is_nobodys_and_gives_no_more_guesses(String invisible) {
        Account jaya = here.person();

        assertThatExceptionOfType(WrongCredentials.class)
                .isThrownBy(() -> here.sessions.signIn(
                        jaya.name().substring(0, 3) + invisible + jaya.name().substring(3),
                        Installation.PASSWORD,
                        HOME));
        assertThatExceptionOfType(WrongCredentials.class)
                .isThrownBy(
                        () -> here.sessions.signIn(jaya.name().replace('p', '\uFF50'), Installation.PASSWORD, HOME));
    }

    @Test
    void an_administrator_unlocks_an_account() {
        Account jaya = here.person();
        for (int i = 0; i < 3; i++) {
            wrong(here, jaya.name());
        }

        here.users.unlock(here.admin(), jaya.id(), HOME);

        assertThat(here.signIn(jaya).caller().id()).isEqualTo(jaya.id());
    }

    @Test
    void a_refresh_token_is_good_once_and_its_reuse_ends_the_session() {
        Account jaya = here.person();
        SessionTokens first = here.signIn(jaya);
        SessionTokens second = here.sessions.refresh(first.refreshToken(), HOME);
        assertThat(here.callers.byAccessToken(second.accessToken()).id()).isEqualTo(jaya.id());

        refreshRefused(first.refreshToken());

        refreshRefused(second.refreshToken());
        tokenRefused(second.accessToken(), "The session of the token is over.");
        tokenRefused(first.accessToken(), "The session of the token is over.");
        assertThat(here.acts(jaya.id())).endsWith(Act.REFRESH_TOKEN_REUSED);
    }

    @Test
    void of_two_that_refresh_at_once_at_most_one_goes_on() throws Exception {
        String token = here.signIn(here.person()).refreshToken();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Callable<Boolean> refresh = () -> {
            try {
                here.sessions.refresh(token, HOME);
                return true;
            } catch (WrongCredentials e) {
                return false;
            }
        };
        List<Future<Boolean>> both = threads.invokeAll(List.of(refresh, refresh));
        threads.shutdown();

        assertThat(both).extracting(Future::get).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void nonsense_is_no_refresh_token() {
        refreshRefused("");
        refreshRefused("' or 1=1 --");
        refreshRefused("A".repeat(43));
    }

    @Test
    void a_session_that_is_not_refreshed_for_thirty_days_is_over() {
        SessionTokens tokens = here.signIn(here.person());
        here.clock.pass(Duration.ofDays(30));

        refreshRefused(tokens.refreshToken());
    }

    @Test
    void signing_out_ends_this_session_here_at_once_and_on_other_pods_within_seconds() {
        Account jaya = here.person();
        SessionTokens phone = here.signIn(jaya);
        SessionTokens desk = here.signIn(jaya);
        try (Installation there =
                new Installation(database, SCHEMA, here.clock, Optional.empty(), Map.of(), List.of())) {
            assertThat(there.callers.byAccessToken(phone.accessToken()).id()).isEqualTo(jaya.id());

            here.sessions.signOut(phone.caller(), HOME);

            tokenRefused(phone.accessToken(), "The session of the token is over.");
            refreshRefused(phone.refreshToken());
            here.clock.pass(Duration.ofSeconds(6));
            assertThatExceptionOfType(WrongCredentials.class)
                    .isThrownBy(() -> there.callers.byAccessToken(phone.accessToken()));
            assertThat(there.callers.byAccessToken(desk.accessToken()).id()).isEqualTo(jaya.id());
        }
    }

    @Test
    void signing_out_everywhere_ends_all_and_a_new_sign_in_is_good() {
        Account jaya = here.person();
        SessionTokens phone = here.signIn(jaya);
        SessionTokens desk = here.signIn(jaya);
        Caller page = here.sessions.enter(jaya.name(), PASSWORD, HOME);

        here.sessions.signOutEverywhere(phone.caller(), HOME);

        tokenRefused(phone.accessToken(), "The session of the token is over.");
        tokenRefused(desk.accessToken(), "The session of the token is over.");
        assertThat(here.callers.bySession(page.session().orElseThrow())).isEmpty();
        assertThat(here.sessions.list(phone.caller())).isEmpty();
        here.clock.pass(Duration.ofMillis(1));
        assertThat(here.callers.byAccessToken(here.signIn(jaya).accessToken()).id())
                .isEqualTo(jaya.id());
    }

    @Test
    void sessions_are_listed_and_only_ones_own_can_be_ended() {
        Account jaya = here.person();
        SessionTokens mine = here.signIn(jaya);
        SessionTokens others = here.signIn(here.person());

        assertThat(here.sessions.list(mine.caller())).singleElement().satisfies(session -> {
            assertThat(session.current()).isTrue();
            assertThat(session.origin()).isEqualTo(HOME);
            assertThat(session.kind()).isEqualTo(SessionInfo.Kind.API);
        });
        assertThatExceptionOfType(UnknownThing.class)
                .isThrownBy(() -> here.sessions.end(
                        mine.caller(), others.caller().session().orElseThrow(), HOME));
        assertThat(here.callers.byAccessToken(others.accessToken())).isEqualTo(others.caller());
    }

    @Test
    void a_session_that_is_not_as_it_is_meant_goes_on() {
        SessionTokens mine = here.signIn(here.person());
        SessionInfo session = here.sessions.list(mine.caller()).get(0);

        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> here.sessions.end(mine.caller(), session.id(), any -> false, HOME));
        assertThat(here.sessions.list(mine.caller())).hasSize(1);
        here.sessions.end(mine.caller(), session.id(), session::equals, HOME);
        assertThat(here.sessions.list(mine.caller())).isEmpty();
    }

    @Test
    void a_disabled_account_may_nothing_any_more_and_a_taken_role_is_gone_whatever_the_token_says() {
        Caller boss = here.admin();
        Account jaya = here.person();
        here.users.change(boss, jaya.id(), Optional.of(Role.ADMIN), Optional.empty(), HOME);
        SessionTokens tokens = here.signIn(jaya);
        assertThat(here.callers.byAccessToken(tokens.accessToken()).roles()).contains(Role.ADMIN);

        here.users.change(boss, jaya.id(), Optional.of(Role.USER), Optional.empty(), HOME);
        here.clock.pass(Duration.ofSeconds(6));
        assertThat(here.callers.byAccessToken(tokens.accessToken()).roles()).containsExactly(Role.USER);

        here.users.change(boss, jaya.id(), Optional.empty(), Optional.of(false), HOME);
        tokenRefused(tokens.accessToken(), "The session of the token is over.");
        assertThat(here.acts(jaya.id())).endsWith(Act.ROLE_CHANGED, Act.DISABLED);
    }

    @Test
    void an_access_token_ends_after_a_quarter_of_an_hour() {
        SessionTokens tokens = here.signIn(here.person());
        here.clock.pass(Duration.ofMinutes(15).minusMillis(1));
        assertThat(here.callers.byAccessToken(tokens.accessToken())).isEqualTo(tokens.caller());

        here.clock.pass(Duration.ofMillis(1));

        tokenRefused(tokens.accessToken(), "The token has expired.");
    }

    @Test
    void a_token_has_the_claims_of_microprofile_jwt() throws ParseException {
        Account jaya = here.person();
        SignedJWT token = SignedJWT.parse(here.signIn(jaya).accessToken());

        assertThat(token.getHeader().toJSONObject())
                .containsEntry("typ", "JWT")
                .containsEntry("alg", "RS256")
                .containsKey("kid");
        assertThat(token.getJWTClaimsSet().getClaims())
                .containsEntry("iss", "us")
                .containsEntry("aud", List.of("our api"))
                .containsEntry("sub", jaya.id().toString())
                .containsEntry("upn", jaya.name())
                .containsEntry("groups", List.of("USER"))
                .containsKeys("jti", "iat", "exp", "sid");
    }

    @Test
    void what_others_made_is_no_token() throws JOSEException, ParseException {
        SessionTokens tokens = here.signIn(here.person());
        SignedJWT good = SignedJWT.parse(tokens.accessToken());
        JWTClaimsSet claims = good.getJWTClaimsSet();
        String[] segments = tokens.accessToken().split("\\.");

        tokenRefused(new PlainJWT(claims).serialize(), "The token is no signed JWT.");
        tokenRefused("", "The token is no signed JWT.");
        tokenRefused("a.b.c", "The token is no signed JWT.");
        tokenRefused("x".repeat(5000), "The token is longer than any of this API.");
        tokenRefused(segments[0] + "." + segments[1] + ".", "The token is no signed JWT.");
        tokenRefused(
                segments[0] + "." + encoded(claims.toString().replace("USER", "ADMIN")) + "." + segments[2],
                "The token's signature is wrong.");
        // signed with a key of theirs, under the id of ours and under its own
        var theirs = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        tokenRefused(signed(good.getHeader(), claims, new RSASSASigner(theirs)), "The token's signature is wrong.");
        JWSHeader ownId = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(theirs.getKeyID())
                .build();
        tokenRefused(
                signed(ownId, claims, new RSASSASigner(theirs)),
                "The token is signed with a key that is not known here.");
        // the public key taken for a secret (RFC 8725, section 2.1)
        byte[] publicKey = JWKSet.parse(here.parts.accessTokens.keySet(here.clock.instant()))
                .getKeyByKeyId(good.getHeader().getKeyID())
                .toRSAKey()
                .toRSAPublicKey()
                .getEncoded();
        JWSHeader hmac = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(good.getHeader().getKeyID())
                .build();
        tokenRefused(
                signed(hmac, claims, new MACSigner(publicKey)), "The token is not signed as tokens of this API are.");
    }

    private static String encoded(String json) {
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, com.nimbusds.jose.JWSSigner signer)
            throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    @Test
    void a_token_of_another_issuer_or_for_another_audience_is_refused_though_its_key_is_known() {
        SessionTokens tokens = here.signIn(here.person());
        var session = tokens.caller().session().orElseThrow();
        Instant now = here.clock.instant();

        tokenRefused(
                here.parts.tokens("them", "our api", Optional.empty()).issue(tokens.caller(), session, now),
                "The token was issued by somebody else.");
        tokenRefused(
                here.parts.tokens("us", "their api", Optional.empty()).issue(tokens.caller(), session, now),
                "The token was issued for another audience.");
    }

    @Test
    void every_pod_knows_the_tokens_of_every_other_and_publishes_all_keys() throws ParseException {
        Account jaya = here.person();
        try (Installation there =
                new Installation(database, SCHEMA, here.clock, Optional.empty(), Map.of(), List.of())) {
            SessionTokens fromHere = here.signIn(jaya);
            SessionTokens fromThere = there.signIn(jaya);

            assertThat(there.callers.byAccessToken(fromHere.accessToken()).id()).isEqualTo(jaya.id());
            assertThat(here.callers.byAccessToken(fromThere.accessToken()).id()).isEqualTo(jaya.id());
            List<String> published =
                    JWKSet.parse(here.parts.accessTokens.keySet(here.clock.instant())).getKeys().stream()
                            .peek(key -> assertThat(key.isPrivate()).isFalse())
                            .map(com.nimbusds.jose.jwk.JWK::getKeyID)
                            .toList();
            assertThat(published).contains(kid(fromHere), kid(fromThere));
        }
    }

    private static String kid(SessionTokens tokens) throws ParseException {
        return SignedJWT.parse(tokens.accessToken()).getHeader().getKeyID();
    }

    @Test
    void keys_in_a_folder_are_made_once_kept_over_restarts_and_replaced_without_signing_anyone_out(@TempDir Path folder)
            throws Exception {
        Path keys = folder.resolve("keys");
        Account jaya = here.person();
        String first;
        try (Installation pod = pod(keys)) {
            first = kid(pod.signIn(jaya));
        }
        try (Installation restarted = pod(keys)) {
            SessionTokens before = restarted.signIn(jaya);
            assertThat(kid(before)).isEqualTo(first);
            // its month is over in a moment
            here.clock.pass(Duration.ofDays(30).minusMinutes(1));
            SessionTokens last = restarted.signIn(jaya);
            here.clock.pass(Duration.ofMinutes(2));

            SessionTokens after = restarted.signIn(jaya);

            assertThat(kid(after)).isNotEqualTo(first);
            assertThat(restarted.callers.byAccessToken(last.accessToken()).id()).isEqualTo(jaya.id());
            assertThat(here.callers.byAccessToken(last.accessToken()).id()).isEqualTo(jaya.id());
            assertThat(onlyFile(keys)).startsWith("generated-").endsWith(".pem");
        }
    }

    @Test
    void an_operators_key_goes_before_one_that_was_made_and_a_file_that_holds_none_is_told(@TempDir Path folder)
            throws Exception {
        Account jaya = here.person();
        try (Installation pod = pod(folder)) {
            String made = kid(pod.signIn(jaya));
            Path generated = folder.resolve(onlyFile(folder));
            Files.move(generated, folder.resolve("2026-01.pem"));
            try (Installation other = pod(folder)) {
                assertThat(kid(other.signIn(jaya))).isEqualTo(made);
            }
            Files.writeString(folder.resolve("2026-02.pem"), "no key at all");
            try (Installation other = pod(folder)) {
                assertThatExceptionOfType(RuntimeException.class)
                        .isThrownBy(() -> other.signIn(jaya))
                        .withMessageContaining("2026-02.pem holds no private key as PKCS#8 in PEM");
            }
            // a pod that has a key goes on with it
            here.clock.pass(Duration.ofMinutes(2));
            assertThat(kid(pod.signIn(jaya))).isEqualTo(made);
        }
    }

    private Installation pod(Path keys) {
        return new Installation(database, SCHEMA, here.clock, Optional.of(keys), Map.of(), List.of());
    }

    private static String onlyFile(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(names).hasSize(1);
            return names.get(0);
        }
    }

    @Test
    void what_is_long_over_is_deleted_and_what_goes_on_stays() {
        Account jaya = here.person();
        SessionTokens old = here.signIn(jaya);
        here.clock.pass(Duration.ofDays(29));
        SessionTokens recent = here.sessions.refresh(old.refreshToken(), HOME);
        here.clock.pass(Duration.ofDays(29));

        assertThat(here.parts.clean()).endsWith("were deleted.");

        assertThat(here.sessions.refresh(recent.refreshToken(), HOME).caller().id())
                .isEqualTo(jaya.id());
        here.clock.pass(Duration.ofDays(61));
        assertThat(here.parts.clean()).doesNotStartWith("0 sessions");
    }

    private void refreshRefused(String token) {
        assertThatExceptionOfType(WrongCredentials.class)
                .isThrownBy(() -> here.sessions.refresh(token, HOME))
                .matches(refused -> refused.kind() == WrongCredentials.Kind.REFRESH_TOKEN);
    }

    private void tokenRefused(String token, String why) {
        assertThatExceptionOfType(WrongCredentials.class)
                .isThrownBy(() -> here.callers.byAccessToken(token))
                .withMessage(why)
                .matches(refused -> refused.kind() == WrongCredentials.Kind.ACCESS_TOKEN);
    }
}
