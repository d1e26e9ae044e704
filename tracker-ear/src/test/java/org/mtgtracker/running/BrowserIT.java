package org.mtgtracker.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages in this machine's Chromium, as people go through them; pictures are left in the folder screenshots. Whatever
 * a script or the browser complains of fails the test.
 */
@ExtendWith(SharedTracker.class)
class BrowserIT {
    private static final int TABLET = 820;
    /** A page's bytes without pictures of cards. */
    private static final int HEAVIEST = 300_000;

    private static Chromium chromium;

    private final RunningTracker tracker;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private BrowserContext context;
    private Page page;

    BrowserIT(RunningTracker tracker) {
        this.tracker = tracker;
    }

    @BeforeAll
    static void open() {
        chromium = Chromium.launched();
        PlaywrightAssertions.setDefaultAssertionTimeout(Chromium.PATIENCE_MILLIS);
    }

    @AfterAll
    static void shut() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private void openAt(int width, ColorScheme colours, boolean scripts) {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(tracker.address() + "/")
                        .setViewportSize(width, 800)
                        .setJavaScriptEnabled(scripts)
                        .setColorScheme(colours));
        page = context.newPage();
        page.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequestFailed(request -> {
            // a page that is left does not wait for its pictures
            if (!"net::ERR_ABORTED".equals(request.failure())) {
                complaints.add(request.url() + ": " + request.failure());
            }
        });
    }

    private void openAtADesk() {
        openAt(1400, ColorScheme.LIGHT, true);
    }

    @AfterEach
    void leave() {
        if (context != null) {
            context.close();
        }
        assertThat(complaints).isEmpty();
    }

    private JsonNode first(String query) {
        return tracker.api()
                .json("/api/v2/cards?limit=1&q=" + URLEncoder.encode(query, UTF_8))
                .path("data")
                .path(0);
    }

    private Locator main() {
        return page.getByRole(AriaRole.MAIN);
    }

    private Locator searchField() {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^Search")));
    }

    @ParameterizedTest
    @CsvSource({"360, DARK", "820, LIGHT", "1400, LIGHT"})
    void every_page_fits_its_window_is_light_and_can_be_heard_and_read(int width, ColorScheme colours) {
        await("trends")
                .atMost(120, TimeUnit.SECONDS)
                .until(() -> tracker.api()
                                .json("/api/v2/trending?timeframe=30d")
                                .path("total")
                                .asInt()
                        > 0);
        JsonNode creature = first("t:creature usd>0");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("search", "/search?q=t%3Acreature&size=30");
        pages.put("search-list", "/search?q=t%3Acreature&as=list&order=usd&dir=desc&size=30");
        pages.put("search-nothing", "/search?q=nocardiscalledlikethis");
        pages.put("card", "/card?id=" + creature.path("id").asText());
        pages.put("sets", "/sets");
        pages.put("set", "/set?code=" + creature.path("set").asText());
        pages.put("trending", "/trending?timeframe=30d");
        pages.put("trending-sets", "/trending?timeframe=30d&what=sets");
        pages.put("build", "/build?name=lantern&c=w&mv=3");
        pages.put("help", "/help/search");
        pages.put("sign-in", "/sign-in");
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
            int wide = (Integer) page.evaluate("document.documentElement.scrollWidth");
            if (wide > width) {
                wrong.add(name + " is " + wide + " wide");
            }
        });
        assertThat(wrong).isEmpty();
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
        Chromium.shoot(page, "suggestions");
        assertThat(Chromium.violations(page)).isEmpty();
        do {
            page.keyboard().press("ArrowDown");
        } while (!"true".equals(suggestion.getAttribute("aria-selected")));
        page.keyboard().press("Enter");
        page.waitForURL("**/card?id=*");

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(name);
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
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next"))
                .click();
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
        complaints.removeIf(complaint -> complaint.contains("status of 400"));
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
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("30 days"))
                .click();
        page.waitForURL(Pattern.compile("range=30d"));

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("30 days")))
                .hasAttribute("aria-current", "true");
        assertThat(page.locator(".chart .line")).hasCount(2);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Foil").setExact(true))
                .click();
        page.waitForURL(Pattern.compile("finish=foil"));
        assertThat(page.locator(".chart .line")).hasCount(1);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Euros"))
                .click();
        page.waitForURL(Pattern.compile("in=eur"));
        assertThat(page.locator(".legend")).hasText("Euro, foil");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Printings")))
                .isVisible();
    }

    @Test
    void light_and_dark_can_be_chosen_and_stay_so() {
        openAtADesk();

        page.navigate("/");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show pages dark"))
                .click();
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
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next"))
                .click();
        page.locator(".tile a").first().click();

        assertThat(page.url()).contains("/card?id=");
        assertThat(page.locator("svg.chart")).isVisible();
    }

    @Test
    void an_administrator_imports_and_starts_a_job() {
        openAtADesk();

        page.navigate("/admin/imports");
        page.getByLabel("Name").fill("admin");
        page.getByLabel("Password").fill(tracker.password().orElseThrow());
        page.getByLabel("Password").press("Enter");
        page.waitForURL("**/admin/imports*");
        Locator newest = page.locator(".runs tbody tr").first();
        String before = newest.locator("th").textContent();
        page.getByLabel("Import from").fill("demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start the import"))
                .click();
        // the page tells by itself when it is over
        assertThat(newest.locator("th")).not().hasText(before);
        assertThat(newest).containsText("succeeded");
        assertThat(page.getByLabel("Import from")).isVisible();
        Chromium.shoot(page, "imports");
        assertThat(Chromium.violations(page)).isEmpty();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Price files"))
                .click();
        JsonNode priced = first("t:creature usd>0");
        page.getByLabel("File", new Page.GetByLabelOptions().setExact(true))
                .setInputFiles(new FilePayload(
                        "by-hand.csv",
                        "text/csv",
                        ("date,scryfall_id,usd\n2001-01-01," + priced.path("id").asText()
                                        + ",1.25\n2001-01-01,no-card,1\n")
                                .getBytes(UTF_8)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the file"))
                .click();
        page.waitForURL("**/admin/price-files?file=*");
        // the page tells by itself when it is over
        assertThat(main()).containsText("1 of 2 lines taken");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Lines that were left out")))
                .containsText("3");
        Chromium.shoot(page, "price-files");
        assertThat(Chromium.violations(page)).isEmpty();
        page.getByLabel("Path or address").fill("/there/is/no/such/file.csv");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Load the file"))
                .click();
        assertThat(main().getByRole(AriaRole.ALERT)).containsText("There is no file");
        assertThat(page.getByLabel("Path or address")).hasValue("/there/is/no/such/file.csv");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Jobs"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start the job trending"))
                .click();
        page.waitForURL("**/admin/jobs");
        // the page tells by itself when it is over
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start the job trending")))
                .isEnabled();
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Newest runs"))
                        .locator("tbody tr")
                        .first())
                .containsText("trending");
        Chromium.shoot(page, "jobs");
        assertThat(Chromium.violations(page)).isEmpty();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Users"))
                .click();
        assertThat(main()).containsText("admin");
        Chromium.shoot(page, "users");
        assertThat(Chromium.violations(page)).isEmpty();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Audit log"))
                .click();
        assertThat(main()).containsText("signed in");
        Chromium.shoot(page, "audit");
        assertThat(Chromium.violations(page)).isEmpty();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Overview"))
                .click();
        assertThat(main()).containsText("demo");
        Chromium.shoot(page, "overview");
        assertThat(Chromium.violations(page)).isEmpty();
    }

    @Test
    void a_player_signs_up_and_is_signed_in_makes_a_key_and_sees_the_session() {
        openAtADesk();
        String name = "player-" + UUID.randomUUID().toString().substring(0, 8);

        page.navigate("/sets?q=a");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign up"))
                .click();
        page.getByLabel("Name").fill("x");
        page.getByLabel("Password").fill("password");
        main().getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".field-problem").first()).isVisible();
        assertThat(page.getByLabel("Name")).hasValue("x");
        Chromium.shoot(page, "sign-up");
        assertThat(Chromium.violations(page)).isEmpty();

        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill("all my mountains burn at dawn");
        main().getByRole(AriaRole.BUTTON).click();
        page.waitForURL("**/sets?q=a");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(name);
        Chromium.shoot(page, "profile");
        assertThat(Chromium.violations(page)).isEmpty();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("API keys"))
                .click();
        page.getByLabel("What it is for").fill("my deck box");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make the key"))
                .dblclick();
        String key = main().locator(".note code").textContent();
        Chromium.shoot(page, "keys");
        assertThat(Chromium.violations(page)).isEmpty();
        assertThat(new Api(tracker.address(), key).get("/api/v2/whoami").body()).contains(name);
        // a double click has made one
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Your keys"))
                        .locator("tbody tr"))
                .hasCount(1);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sessions"))
                .click();
        assertThat(main()).containsText("this one");
        Chromium.shoot(page, "sessions");
        assertThat(Chromium.violations(page)).isEmpty();
    }

    @Test
    void a_form_whose_session_is_over_says_so_kindly() {
        openAtADesk();

        page.navigate("/sign-in");
        context.clearCookies();
        page.getByLabel("Name").fill("admin");
        page.getByLabel("Password").fill("something");
        page.getByLabel("Password").press("Enter");

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("This page was open for too long");
        Chromium.shoot(page, "expired");
        assertThat(Chromium.violations(page)).isEmpty();
        complaints.removeIf(complaint -> complaint.contains("status of 400"));
    }

    @Test
    void an_address_that_there_is_not_has_a_page_of_ours() {
        openAtADesk();

        page.navigate("/nothing-here");
        Chromium.shoot(page, "not-found");

        assertThat(main()).containsText("There is no such page");
        assertThat(main()).containsText("Request");
        assertThat(Chromium.violations(page)).isEmpty();
        complaints.removeIf(complaint -> complaint.contains("status of 404"));
    }
}
