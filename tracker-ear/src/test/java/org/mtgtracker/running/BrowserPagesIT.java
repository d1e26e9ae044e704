package org.mtgtracker.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in Chromium: at three widths, light and dark, with scripts, without and before them. */
class BrowserPagesIT extends BrowserTest {
    private static final int TABLET = 820;
    /** A page's bytes without pictures of cards. */
    private static final int HEAVIEST = 300_000;

    BrowserPagesIT(RunningTracker tracker) {
        super(tracker);
    }

    @ParameterizedTest
    @CsvSource({"360, DARK", "820, LIGHT", "1400, LIGHT"})
    void every_page_fits_its_window_is_light_and_can_be_heard_and_read(int width, ColorScheme colours) {
        awaitTrends();
        JsonNode creature = first("t:creature usd>0");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("search", "/search?q=t%3Acreature&size=30");
        pages.put("search-list", "/search?q=t%3Acreature&as=list&order=usd&dir=desc&size=30");
        pages.put("search-nothing", "/search?q=nocardiscalledlikethis");
        pages.put("card", "/card?id=" + creature.path("id").asText());
        pages.put(
                "card-of-faces",
                "/card?id="
                        + first("is:dfc or is:split or is:adventure").path("id").asText());
        pages.put("sets", "/sets");
        pages.put("set", "/set?code=" + creature.path("set").asText());
        pages.put("trending", "/trending?timeframe=30d");
        pages.put("trending-sets", "/trending?timeframe=30d&what=sets");
        pages.put("build", "/build?name=lantern&c=w&mv=3");
        pages.put("help", "/help/search");
        pages.put("sign-in", "/sign-in?next=%2Faccount%2Fkeys");
        pages.put("sign-up", "/sign-up");
        pages.put("forgotten-password", "/forgotten-password");
        pages.put("reset-password", "/reset-password?token=x");
        openAt(width, colours, true);

        List<String> wrong = new ArrayList<>();
        pages.forEach((name, address) -> {
            page.navigate(address);
            int bytes = Chromium.weight(page);
            if (bytes > HEAVIEST) {
                wrong.add(name + " weighs " + bytes + " bytes");
            }
            Chromium.shoot(page, name + "-" + width + "-" + colours.name().toLowerCase(java.util.Locale.ROOT));
            // what can be heard is the same at every width, and what can be read is at the narrowest and the widest
            if (width != TABLET) {
                Chromium.violations(page).forEach(violation -> wrong.add(name + ": " + violation));
            }
            wrong.addAll(tooWide());
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void light_and_dark_can_be_chosen_and_stay_so() {
        openAtADesk();

        page.navigate("/");
        button("Show pages dark").click();
        page.navigate("/trending");

        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))
                .isEqualTo("dark");
    }

    @Test
    void a_page_is_there_before_its_scripts_are() {
        openAtADesk();
        List<String> held = new CopyOnWriteArrayList<>();
        // never answered, as on a line that hangs
        page.route("**/assets/*.js*", route -> held.add(route.request().url()));

        page.navigate("/search?q=t%3Acreature&size=30", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        await("first paint")
                .atMost(Chromium.PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .until(() ->
                        (Integer) page.evaluate("performance.getEntriesByName('first-contentful-paint').length") > 0);

        assertThat(page.locator(".tile").first()).isVisible();
        assertThat(held).isNotEmpty();
    }

    @Test
    void everything_that_is_read_works_without_scripts() {
        openAt(800, ColorScheme.LIGHT, false);

        page.navigate("/");
        main().getByRole(AriaRole.SEARCHBOX).fill("t:creature");
        main().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Search"))
                .click();
        link("Next").click();
        page.locator(".tile a").first().click();

        assertThat(page.url()).contains("/card?id=");
        assertThat(page.locator("svg.chart")).isVisible();
    }

    @Test
    void an_address_that_there_is_not_has_a_page_of_ours() {
        openAtADesk();

        page.navigate("/nothing-here");
        Chromium.shoot(page, "not-found");

        assertThat(main()).containsText("There is no such page");
        assertThat(main()).containsText("Request");
        assertThat(Chromium.violations(page)).isEmpty();
        expect(404);
    }
}
