package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages in this machine's Chromium; pictures of them are left in the folder screenshots. */
@ExtendWith(SharedTracker.class)
class BrowserIT {
    private static final Path SCREENSHOTS = TrackerCommand.folder("../screenshots");
    private static final int PATIENCE_MILLIS = 60_000;

    private static Playwright playwright;
    private static Browser browser;

    private final RunningTracker tracker;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private Page page;

    BrowserIT(RunningTracker tracker) {
        this.tracker = tracker;
    }

    @BeforeAll
    static void open() {
        Optional<Path> chromium = Stream.of(
                        System.getenv().getOrDefault("CHROMIUM", ""), "/usr/bin/chromium", "/usr/bin/chromium-browser")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(
                chromium.isPresent(),
                "There is no Chromium in /usr/bin, and CHROMIUM names none: the pages are not looked at.");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setTimeout(3 * PATIENCE_MILLIS)
                        .setArgs(new ArrayList<>(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run"))));
    }

    @AfterAll
    static void shut() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void turnToAPage() {
        page = browser.newPage(new Browser.NewPageOptions().setBaseURL(tracker.address() + "/"));
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequestFailed(request -> complaints.add(request.url() + ": " + request.failure()));
    }

    @AfterEach
    void leave() {
        page.close();
    }

    private String name() {
        JsonNode card = tracker.api().json("/api/v2/cards?limit=1").path("data").path(0);
        return card.path("name").asText();
    }

    @Test
    void a_visitor_searches_a_name_and_opens_the_card() {
        String name = name();

        page.navigate("/");
        shoot("first-page");
        page.getByRole(AriaRole.MAIN).getByRole(AriaRole.SEARCHBOX).fill(name.toLowerCase(Locale.ROOT));
        page.keyboard().press("Enter");
        page.waitForURL("**/?q=*");
        shoot("search");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
        page.waitForURL("**/card?id=*");
        shoot("card");

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                        .textContent())
                .isEqualTo(name);
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_search_without_a_result_says_so() {
        page.navigate("/?q=" + URLEncoder.encode("nocardiscalledlikethis", UTF_8));
        shoot("nothing-found");

        assertThat(page.getByRole(AriaRole.MAIN).textContent()).contains("No card");
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_telephone_needs_no_scrolling_to_the_side() {
        page.setViewportSize(375, 700);
        page.navigate("/?q=");
        shoot("telephone");

        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(375);
        assertThat(complaints).isEmpty();
    }

    @Test
    void the_administrator_signs_in_and_sees_the_imports() {
        page.navigate("/admin/imports");
        shoot("sign-in");
        page.locator("input[type=password]").fill(tracker.password().orElseThrow());
        page.locator("main input[type=text], main input:not([type])").first().fill("admin");
        page.locator("input[type=password]").press("Enter");
        page.waitForURL("**/admin/imports*");
        shoot("imports");

        assertThat(page.getByRole(AriaRole.MAIN).textContent()).contains("demo");
        assertThat(complaints).isEmpty();
    }

    private void shoot(String what) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(what + ".png"))
                .setFullPage(true));
    }
}
