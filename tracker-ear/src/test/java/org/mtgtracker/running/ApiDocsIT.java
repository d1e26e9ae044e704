package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API's description for people, in this machine's Chromium: it is shown, and can be tried, under our own policy. */
@ExtendWith(SharedTracker.class)
class ApiDocsIT {
    private final RunningTracker tracker;

    ApiDocsIT(RunningTracker tracker) {
        this.tracker = tracker;
    }

    @Test
    void every_operation_is_shown_and_can_be_tried_without_a_complaint() {
        List<String> complaints = new CopyOnWriteArrayList<>();
        try (Chromium chromium = Chromium.launched();
                BrowserContext context =
                        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1400, 900))) {
            Page page = context.newPage();
            page.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
            page.onConsoleMessage(message -> {
                if (List.of("error", "warning").contains(message.type())) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            page.navigate(tracker.address() + "/api-docs");
            Locator operation = page.locator("#operations-catalogue-catalogue");
            operation.waitFor();
            assertThat(page.locator(".opblock").count()).isGreaterThan(60);

            operation.locator(".opblock-summary-control").click();
            operation.locator(".execute").click();

            Locator status = operation
                    .locator(".live-responses-table .response-col_status")
                    .last();
            PlaywrightAssertions.assertThat(status)
                    .containsText(
                            "200",
                            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                    .setTimeout(Chromium.PATIENCE_MILLIS));
        }
        assertThat(complaints).isEmpty();
    }
}
