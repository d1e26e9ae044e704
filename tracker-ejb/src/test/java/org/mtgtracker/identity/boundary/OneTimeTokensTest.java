package org.mtgtracker.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mtgtracker.identity.boundary.Installation.HOME;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;

/** Passwords are set anew and addresses verified with what was mailed, or handed over. */
@OnEachDatabase
class OneTimeTokensTest extends AccountsHere {
    OneTimeTokensTest(DatabaseUnderTest database) {
        super(database);
    }

    @Test
    void without_mail_an_administrator_hands_a_token_over_that_is_good_once() {
        Account jaya = here.person();
        SessionTokens before = here.signIn(jaya);
        assertThatExceptionOfType(NotPossible.class)
                .isThrownBy(() -> here.accounts.requestReset(jaya.name(), HOME))
                .matches(not -> not.reason() == NotPossible.Reason.NO_MAIL);

        String replaced = here.users.resetToken(here.admin(), jaya.id(), HOME).token();
        String token = here.users.resetToken(here.admin(), jaya.id(), HOME).token();
        oneTimeTokenRefused(replaced);
        assertThatExceptionOfType(BadDetail.class).isThrownBy(() -> here.accounts.reset(token, "short", HOME));
        here.accounts.reset(token, OTHER, HOME);

        oneTimeTokenRefused(token);
        assertThatExceptionOfType(WrongCredentials.class)
                .isThrownBy(() -> here.callers.byAccessToken(before.accessToken()));
        here.clock.pass(Duration.ofMillis(1));
        assertThat(here.sessions.signIn(jaya.name(), OTHER, HOME).caller().id()).isEqualTo(jaya.id());
        assertThat(here.acts(jaya.id())).contains(Act.RESET_TOKEN_MADE, Act.PASSWORD_RESET);
    }

    @Test
    void a_token_for_a_password_ends_by_itself() {
        String token =
                here.users.resetToken(here.admin(), here.person().id(), HOME).token();
        here.clock.pass(Duration.ofHours(24));

        oneTimeTokenRefused(token);
        oneTimeTokenRefused("nonsense");
    }

    @Test
    void a_new_password_of_no_allowed_length_is_told_before_a_token_is_looked_at() {
        assertThatExceptionOfType(BadDetail.class)
                .isThrownBy(() -> here.accounts.reset("nonsense", "x".repeat(257), HOME))
                .matches(bad -> bad.field().equals("password"));
    }

    private void oneTimeTokenRefused(String token) {
        assertThatExceptionOfType(WrongCredentials.class)
                .isThrownBy(() -> here.accounts.reset(token, OTHER, HOME))
                .matches(wrong -> wrong.kind() == WrongCredentials.Kind.ONE_TIME_TOKEN);
    }

    @Test
    void by_mail_an_address_is_verified_and_a_password_reset() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try (Installation pod = new Installation(
                database,
                SCHEMA,
                here.clock,
                Optional.empty(),
                Map.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        Integer.toString(server.getSmtp().getPort()),
                        "url",
                        "https://tracker.example.org/"),
                List.of())) {
            String email = UUID.randomUUID() + "@example.org";
            Account jaya = signUp(pod, email.toUpperCase());
            // nothing is reset over an address that nobody proved to read
            pod.accounts.requestReset(jaya.name(), HOME);
            assertThat(server.getReceivedMessages()).hasSize(1);

            pod.accounts.verifyEmail(token(server, 0, email, "verify-email"), HOME);
            assertThat(pod.users.user(jaya.id()).emailVerified()).isTrue();
            pod.accounts.requestReset(email, HOME);
            pod.accounts.requestReset("nobody-at-all", HOME);
            assertThat(server.getReceivedMessages()).hasSize(2);
            pod.accounts.reset(token(server, 1, email, "reset-password"), OTHER, HOME);

            here.clock.pass(Duration.ofMillis(1));
            assertThat(pod.sessions.signIn(email, OTHER, HOME).caller().id()).isEqualTo(jaya.id());
            assertThat(pod.acts(jaya.id())).contains(Act.EMAIL_VERIFIED, Act.PASSWORD_RESET_ASKED, Act.PASSWORD_RESET);
        } finally {
            server.stop();
        }
    }

    private static String token(GreenMail server, int number, String to, String page) throws Exception {
        var message = server.getReceivedMessages()[number];
        assertThat(message.getAllRecipients()[0]).hasToString(to);
        Matcher link = Pattern.compile("https://tracker\\.example\\.org/" + page + "\\?token=([A-Za-z0-9]+)")
                .matcher(GreenMailUtil.getBody(message).replace("=\r\n", "").replace("=3D", "="));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void a_changed_address_makes_what_was_sent_to_the_old_one_worthless() {
        Account jaya = signUp(here, UUID.randomUUID() + "@example.org");
        Caller caller = here.signIn(jaya).caller();
        String token = here.users.resetToken(here.admin(), jaya.id(), HOME).token();

        Account changed = here.accounts.changeEmail(
                caller, Optional.of("New." + jaya.email().orElseThrow()), HOME);

        assertThat(changed.email()).contains("new." + jaya.email().orElseThrow());
        assertThat(changed.emailVerified()).isFalse();
        oneTimeTokenRefused(token);
        assertThat(here.accounts.changeEmail(caller, Optional.empty(), HOME).email())
                .isEmpty();
    }

    @Test
    void nobody_is_flooded_with_mail_because_others_give_his_address() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try (Installation pod = new Installation(
                database,
                SCHEMA,
                new Installation.SettableClock(),
                Optional.empty(),
                Map.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        Integer.toString(server.getSmtp().getPort())),
                List.of())) {
            String victim = UUID.randomUUID() + "@example.org";
            for (int account = 0; account < 20; account++) {
                signUp(pod, victim);
            }
            assertThat(server.getReceivedMessages()).hasSize(5);

            Caller last =
                    pod.signIn(signUp(pod, UUID.randomUUID() + "@example.org")).caller();
            for (int asked = 0; asked < 5; asked++) {
                pod.accounts.requestVerification(last);
            }
            assertThatExceptionOfType(TooManyAttempts.class).isThrownBy(() -> pod.accounts.requestVerification(last));
        } finally {
            server.stop();
        }
    }
}
