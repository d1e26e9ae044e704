package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** This machine's Chromium, without a window, and what is looked for on every page in it. */
final class Chromium implements AutoCloseable {
    static final int PATIENCE_MILLIS = 60_000;

    private static final Path SCREENSHOTS = TrackerCommand.folder("../screenshots");
    private static final String AXE = axe();

    /** What is wrong for people who hear a page, or see little of it: each with its rule and the first of its places. */
    private static final String VIOLATIONS = """
            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}))
              .violations.map(v => `${v.id} (${v.nodes.length}): ${v.help}: `
                + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + n.any.map(a => a.message).join(' ')).join(' | '))
            """;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The browser; the test that asks for one where there is none is skipped, saying so. */
    static Chromium launched() {
        Optional<Path> chromium = Stream.of(
                        System.getenv().getOrDefault("CHROMIUM", ""), "/usr/bin/chromium", "/usr/bin/chromium-browser")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(
                chromium.isPresent(),
                "There is no Chromium in /usr/bin, and CHROMIUM names none: the pages are not looked at.");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
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
        return new Chromium(playwright, browser);
    }

    Browser browser() {
        return browser;
    }

    /** What axe-core finds wrong with the page as it is. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        page.evaluate(AXE);
        return (List<String>) page.evaluate(VIOLATIONS);
    }

    /** How many bytes the page and all that it asked for take on their way, without pictures of cards. */
    static int weight(Page page) {
        return ((Number) page.evaluate("""
                () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                  .filter(entry => !/scryfall|\\/pictures\\//.test(entry.name))
                  .reduce((sum, entry) => sum + entry.encodedBodySize, 0)
                """)).intValue();
    }

    /** Leaves a picture of the page among the build's. */
    static void shoot(Page page, String what) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(what + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static String axe() {
        try (InputStream script = Chromium.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    Objects.requireNonNull(script, "axe.min.js is missing").readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
