package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of pages in this machine's Chromium, as people go through them; pictures are left in the folder screenshots.
 * Whatever a script or the browser complains of fails it.
 */
@ExtendWith({SharedTracker.class, SharedChromium.class})
abstract class BrowserTest {
    static final int DESK = 1400;
    static final int PHONE = 360;

    final RunningTracker tracker;
    BrowserContext context;
    Page page;

    private final List<String> complaints = new CopyOnWriteArrayList<>();

    BrowserTest(RunningTracker tracker) {
        this.tracker = tracker;
    }

    void openAt(int width, ColorScheme colours, boolean scripts) {
        context = SharedChromium.running()
                .browser()
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

    void openAtADesk() {
        openAt(DESK, ColorScheme.LIGHT, true);
    }

    /** Takes it as it should be that a page was answered with this status. */
    void expect(int status) {
        complaints.removeIf(complaint -> complaint.contains("status of " + status));
    }

    @AfterEach
    void leave() {
        if (context != null) {
            context.close();
        }
        assertThat(complaints).isEmpty();
    }

    /** Waits until prices were compared, behind the start. */
    void awaitTrends() {
        await("trends")
                .atMost(120, TimeUnit.SECONDS)
                .until(() -> tracker.api()
                                .json("/api/v2/trending?timeframe=30d")
                                .path("total")
                                .asInt()
                        > 0);
    }

    JsonNode first(String query) {
        return tracker.api()
                .json("/api/v2/cards?limit=1&q=" + URLEncoder.encode(query, UTF_8))
                .path("data")
                .path(0);
    }

    Locator main() {
        return page.getByRole(AriaRole.MAIN);
    }

    Locator searchField() {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^Search")));
    }

    Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    void signIn(String name, String password) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(password);
        page.getByLabel("Password").press("Enter");
    }

    /** What is too wide for the window; a page that has to be moved sideways is not read on a phone. */
    List<String> tooWide() {
        int wide = (Integer) page.evaluate("document.documentElement.scrollWidth");
        int window = page.viewportSize().width;
        return wide > window ? List.of(page.url() + " is " + wide + " wide at " + window) : List.of();
    }

    /** Leaves a picture, and finds nothing wrong for those who hear the page. */
    void look(String what) {
        Chromium.shoot(page, what);
        assertThat(Chromium.violations(page)).isEmpty();
    }
}
