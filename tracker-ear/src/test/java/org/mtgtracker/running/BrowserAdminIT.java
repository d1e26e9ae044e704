package org.mtgtracker.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An administrator at work in Chromium. */
class BrowserAdminIT extends BrowserTest {
    BrowserAdminIT(RunningTracker tracker) {
        super(tracker);
    }

    @Test
    void an_administrator_imports_and_starts_a_job() {
        openAtADesk();

        page.navigate("/admin/imports");
        signIn("admin", tracker.password().orElseThrow());
        page.waitForURL("**/admin/imports*");
        Locator newest = page.locator(".runs tbody tr").first();
        String before = newest.locator("th").textContent();
        page.getByLabel("Import from").fill("demo");
        button("Start the import").click();
        // the page tells by itself when it is over
        assertThat(newest.locator("th")).not().hasText(before);
        assertThat(newest).containsText("succeeded");
        assertThat(page.getByLabel("Import from")).isVisible();
        look("imports");

        link("Price files").click();
        JsonNode priced = first("t:creature usd>0");
        page.getByLabel("File", new Page.GetByLabelOptions().setExact(true))
                .setInputFiles(new FilePayload(
                        "by-hand.csv",
                        "text/csv",
                        ("date,scryfall_id,usd\n2001-01-01," + priced.path("id").asText()
                                        + ",1.25\n2001-01-01,no-card,1\n")
                                .getBytes(UTF_8)));
        button("Send the file").click();
        page.waitForURL("**/admin/price-files?file=*");
        // the page tells by itself when it is over
        assertThat(main()).containsText("1 of 2 lines taken");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Lines that were left out")))
                .containsText("3");
        look("price-files");
        page.getByLabel("Path or address").fill("/there/is/no/such/file.csv");
        button("Load the file").click();
        assertThat(main().getByRole(AriaRole.ALERT)).containsText("There is no file");
        assertThat(page.getByLabel("Path or address")).hasValue("/there/is/no/such/file.csv");

        link("Jobs").click();
        button("Start the job trending").click();
        page.waitForURL("**/admin/jobs");
        // the page tells by itself when it is over
        assertThat(button("Start the job trending")).isEnabled();
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Newest runs"))
                        .locator("tbody tr")
                        .first())
                .containsText("trending");
        look("jobs");

        link("Users").click();
        assertThat(main()).containsText("admin");
        look("users");

        link("Audit log").click();
        assertThat(main()).containsText("signed in");
        look("audit");

        link("Overview").click();
        assertThat(main()).containsText("demo");
        look("overview");

        page.setViewportSize(PHONE, 800);
        List<String> wrong = new ArrayList<>();
        for (String name : List.of("overview", "imports", "price-files", "jobs", "users", "audit")) {
            page.navigate("/admin/" + name);
            Chromium.shoot(page, name + "-" + PHONE);
            wrong.addAll(tooWide());
        }
        assertThat(wrong).isEmpty();
    }
}
