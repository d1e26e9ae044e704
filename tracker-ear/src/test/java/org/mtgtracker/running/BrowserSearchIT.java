package org.mtgtracker.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody looks for cards in Chromium. */
class BrowserSearchIT extends BrowserTest {
    BrowserSearchIT(RunningTracker tracker) {
        super(tracker);
    }

    @Test
    void a_visitor_types_a_part_of_a_name_and_comes_to_the_card_by_keyboard_alone() {
        String name = first("t:creature usd>0").path("name").asText();
        openAtADesk();

        page.navigate("/sets");
        page.keyboard().press("/");
        assertThat(searchField()).isFocused();
        page.keyboard().type(name.substring(0, Math.min(name.length(), 8)).toLowerCase(java.util.Locale.ROOT));
        Locator suggestion = page.getByRole(
                AriaRole.OPTION, new Page.GetByRoleOptions().setName(name).setExact(true));
        assertThat(suggestion).isVisible();
        look("suggestions");
        do {
            page.keyboard().press("ArrowDown");
        } while (!"true".equals(suggestion.getAttribute("aria-selected")));
        page.keyboard().press("Enter");
        page.waitForURL("**/card?id=*");

        assertThat(heading()).hasText(name);
    }

    @Test
    void results_are_sorted_and_turned_over_and_the_way_back_leads_back() {
        openAtADesk();

        page.navigate("/search?q=t%3Acreature&size=30");
        Locator names = page.locator(".tile-name");
        List<String> byName = names.allTextContents();
        page.getByLabel("Sort by").selectOption("usd");
        page.waitForURL(Pattern.compile("order=usd"));
        List<String> byPrice = names.allTextContents();
        link("Next").click();
        page.waitForURL(Pattern.compile("page=2"));
        List<String> second = names.allTextContents();
        page.goBack();
        page.goBack();

        assertThat(byName).hasSize(30);
        assertThat(byPrice).isNotEqualTo(byName);
        assertThat(second).isNotEqualTo(byPrice);
        assertThat(names.allTextContents()).isEqualTo(byName);
        assertThat(page.url()).doesNotContain("order=").doesNotContain("unique=");
    }

    @Test
    void a_search_that_is_broken_keeps_what_was_typed_and_shows_where() {
        openAtADesk();

        page.navigate("/");
        searchField().fill("t:elf (o:draw");
        page.keyboard().press("Enter");
        page.waitForURL("**/search?q=*");
        Chromium.shoot(page, "broken-search");

        assertThat(searchField()).hasValue("t:elf (o:draw");
        assertThat(main().locator("mark")).hasText("(");
        assertThat(main().getByRole(AriaRole.ALERT)).containsText("character 7");
        assertThat(Chromium.violations(page)).isEmpty();
        expect(400);
    }

    @Test
    void who_does_not_know_the_language_chooses_and_learns_it() {
        openAtADesk();

        page.navigate("/build");
        page.getByLabel("Types").fill("creature");
        page.getByRole(
                        AriaRole.GROUP,
                        new Page.GetByRoleOptions().setName("Colours").setExact(true))
                .getByLabel("Green")
                .check();
        assertThat(page.locator("output")).hasText("t:creature c>=g");
        main().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Search"))
                .click();
        page.waitForURL("**/search?q=*");

        assertThat(searchField()).hasValue("t:creature c>=g");
        assertThat(page.locator(".tile").first()).isVisible();
    }

    @Test
    void a_card_tells_its_prices_over_the_time_that_is_asked_for() {
        openAtADesk();

        page.navigate("/card?id="
                + first("t:creature usd>0 usdfoil>0 eur>0 eurfoil>0").path("id").asText());
        page.locator("svg.chart").scrollIntoViewIfNeeded();
        page.locator("svg.chart").hover();
        assertThat(page.locator(".tip")).containsText("$");
        page.locator("svg.chart").focus();
        page.keyboard().press("End");
        String newest = page.locator(".tip").textContent();
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator(".tip")).not().hasText(newest);
        assertThat(page.locator(".tip")).containsText("$");
        link("30 days").click();
        page.waitForURL(Pattern.compile("range=30d"));

        assertThat(link("30 days")).hasAttribute("aria-current", "true");
        assertThat(page.locator(".chart .line")).hasCount(2);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Foil").setExact(true))
                .click();
        page.waitForURL(Pattern.compile("finish=foil"));
        assertThat(page.locator(".chart .line")).hasCount(1);
        link("Euros").click();
        page.waitForURL(Pattern.compile("in=eur"));
        assertThat(page.locator(".legend")).hasText("Euro, foil");
        page.getByText("These prices as a table").click();
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Prices by day"))
                        .locator("tbody tr")
                        .first())
                .containsText("€");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Printings")))
                .isVisible();
    }
}
