package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is sent by mail, and where its links lead. */
@ExtendWith(SharedTracker.class)
class MailIT {
    private static final String NEW = "islands dream of deeper water";

    private final RunningTracker tracker;
    private final Mailbox mailbox;
    private final People people;
    private final Browser browser;
    private final String name = "m" + UUID.randomUUID().toString().substring(0, 12);
    private final String address = name + "@example.org";

    MailIT(RunningTracker tracker, Mailbox mailbox) {
        this.tracker = tracker;
        this.mailbox = mailbox;
        this.people = new People(tracker);
        this.browser = new Browser(tracker.address());
    }

    private People.Person signedUp() {
        assertThat(tracker.api()
                        .post("/api/v2/auth/sign-up", """
                        {"name": "%s", "email": "%s", "password": "%s"}""".formatted(name, address, People.PASSWORD))
                        .statusCode())
                .isEqualTo(201);
        return people.signedIn(name, People.PASSWORD);
    }

    private boolean verified(People.Person person) {
        return person.api().json("/api/v2/me").path("emailVerified").asBoolean();
    }

    private void verify(String link) {
        String form = browser.open(link);
        assertThat(browser.submit(form, "verify", "confirm", Map.of())).contains("Your address is verified");
    }

    @Test
    void an_address_is_verified_by_the_link_in_the_mail_and_not_by_looking_at_it() {
        People.Person jaya = signedUp();
        String link = mailbox.link(address, 1);
        assertThat(link).startsWith("/verify-email?token=");

        browser.open(link);
        assertThat(verified(jaya)).isFalse();
        verify(link);

        assertThat(verified(jaya)).isTrue();
        String again = browser.submit(browser.open(link), "verify", "confirm", Map.of());
        assertThat(again).contains("not good any more").doesNotContain("is verified");
    }

    @Test
    void a_mail_that_was_asked_for_again_takes_the_place_of_the_first() {
        People.Person jaya = signedUp();
        String first = mailbox.link(address, 1);

        assertThat(jaya.api()
                        .call("POST", "/api/v2/me/email-verification", null)
                        .statusCode())
                .isEqualTo(202);

        String second = mailbox.link(address, 2);
        assertThat(browser.submit(browser.open(first), "verify", "confirm", Map.of()))
                .contains("not good any more");
        verify(second);
    }

    @Test
    void a_lost_password_is_replaced_by_mail_and_everybody_signed_in_with_it_is_out() {
        People.Person jaya = signedUp();
        verify(mailbox.link(address, 1));

        String forgotten = browser.open("/forgotten-password");
        String sent = browser.submit(forgotten, "forgotten", "send", Map.of("name", name));
        assertThat(sent).contains("a mail is on its way");
        String link = mailbox.link(address, 2);
        assertThat(link).startsWith("/reset-password?token=");

        String weak = browser.submit(browser.open(link), "reset", "set", Map.of("password", "password"));
        assertThat(weak).contains("guessed first");
        String done = browser.submit(browser.open(link), "reset", "set", Map.of("password", NEW));
        assertThat(done).contains("Your new password is set");

        assertThat(jaya.api().get("/api/v2/me").statusCode()).isEqualTo(401);
        assertThat(people.signIn(name, People.PASSWORD).statusCode()).isEqualTo(401);
        people.signedIn(address, NEW);
        assertThat(browser.submit(browser.open(link), "reset", "set", Map.of("password", NEW)))
                .contains("not good any more");
    }

    @Test
    void an_address_that_nobody_proved_gets_no_password_and_nobody_is_told() {
        signedUp();
        mailbox.link(address, 1);

        String known = browser.submit(browser.open("/forgotten-password"), "forgotten", "send", Map.of("name", name));
        String unknown =
                browser.submit(browser.open("/forgotten-password"), "forgotten", "send", Map.of("name", name + "x"));

        assertThat(known).contains("a mail is on its way");
        assertThat(unknown).contains("a mail is on its way");
        // somebody else's mail, asked for later, is there: this one would be
        People.Person other = people.somebody();
        String otherAddress = other.name() + "@example.org";
        other.api().call("PATCH", "/api/v2/me", "{\"email\": \"" + otherAddress + "\"}");
        mailbox.link(otherAddress, 1);
        assertThat(mailbox.count(address)).isEqualTo(1);
    }

    @Test
    void an_administrators_token_is_typed_in() {
        People.Person jaya = signedUp();
        String token = Api.parsed(tracker.asAdmin()
                        .call("POST", "/api/v2/admin/users/" + jaya.id() + "/password-reset", null)
                        .body())
                .path("token")
                .asText();

        String done = browser.submit(
                browser.open("/reset-password"), "reset", "set", Map.of("token", token, "password", NEW));

        assertThat(done).contains("Your new password is set");
        people.signedIn(name, NEW);
    }

    @Test
    void a_token_is_shown_nowhere_as_markup() {
        String page = browser.open("/verify-email?token=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");

        assertThat(page).doesNotContain("<script>alert");
        assertThat(browser.submit(page, "verify", "confirm", Map.of("token", "<script>alert(1)</script>")))
                .contains("not good any more")
                .doesNotContain("<script>alert");
    }
}
