package org.mtgtracker.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A player with an account, in Chromium. */
class BrowserAccountIT extends BrowserTest {
    BrowserAccountIT(RunningTracker tracker) {
        super(tracker);
    }

    @Test
    void a_player_signs_up_and_is_signed_in_makes_a_key_and_sees_the_session() {
        openAtADesk();
        String name = "player-" + UUID.randomUUID().toString().substring(0, 8);

        page.navigate("/sets?q=a");
        link("Sign up").click();
        page.getByLabel("Name").fill("x");
        page.getByLabel("Password").fill("password");
        main().getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".field-problem").first()).isVisible();
        assertThat(page.getByLabel("Name")).hasValue("x");
        assertThat(page.getByLabel("Name")).hasAttribute("aria-invalid", "true");
        assertThat(page.getByLabel("Name")).hasAttribute("aria-describedby", "name-hint name-problem");
        assertThat(page.getByLabel("Name")).isFocused();
        look("sign-up");

        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill("all my mountains burn at dawn");
        main().getByRole(AriaRole.BUTTON).click();
        page.waitForURL("**/sets?q=a");
        link(name).click();
        assertThat(heading()).hasText(name);
        look("profile");

        link("API keys").click();
        page.getByLabel("What it is for").fill("my deck box");
        button("Make the key").dblclick();
        String key = main().locator(".note code").textContent();
        look("keys");
        assertThat(new Api(tracker.address(), key).get("/api/v2/whoami").body()).contains(name);
        // a double click has made one
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Your keys"))
                        .locator("tbody tr"))
                .hasCount(1);

        link("Sessions").click();
        assertThat(main()).containsText("this one");
        look("sessions");

        page.setViewportSize(PHONE, 800);
        List<String> wrong = new ArrayList<>();
        for (String place : List.of("profile", "keys", "sessions")) {
            page.navigate("/account/" + place);
            Chromium.shoot(page, place + "-" + PHONE);
            wrong.addAll(tooWide());
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_form_is_taken_though_the_server_has_forgotten_who_opened_it() {
        openAtADesk();

        page.navigate("/sign-in?next=%2Fsets");
        context.clearCookies();
        signIn("admin", tracker.password().orElseThrow());
        page.waitForURL("**/sets");

        assertThat(page.locator(".who")).hasText("admin");
    }

    @Test
    void what_was_sent_when_one_was_not_signed_in_any_more_is_there_again_after_signing_in() {
        People.Person jaya = new People(tracker).somebody();
        openAtADesk();

        page.navigate("/account/keys");
        assertThat(main()).containsText("Please sign in first");
        signIn(jaya.name(), People.PASSWORD);
        page.waitForURL("**/account/keys");
        page.getByLabel("What it is for").fill("my deck box");
        page.getByLabel("Good for").selectOption("365");
        context.clearCookies();
        button("Make the key").click();
        page.waitForURL("**/sign-in?next=*");
        assertThat(main()).containsText("What you sent was not carried out");
        look("unsent");
        signIn(jaya.name(), People.PASSWORD);
        page.waitForURL("**/account/keys");

        assertThat(page.getByLabel("What it is for")).hasValue("my deck box");
        assertThat(page.getByLabel("Good for")).hasValue("365");
        assertThat(main()).containsText("this was not carried out yet");
        assertThat(main()).containsText("You have none.");
        look("unsent-again");
        button("Make the key").click();
        assertThat(main().locator(".note code")).containsText("mtg_");
        page.reload();
        // loading the answer again has made no second one
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Your keys"))
                        .locator("tbody tr"))
                .hasCount(1);
    }
}
