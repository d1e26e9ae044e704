package org.mtgtracker.running;

import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Measures the pages of the demo catalogue in Chromium as Lighthouse does a phone: a processor four times slower, 1.6 Mbit/s
 * and 150 ms to the server, nothing kept from before; medians of some visits. How to start it is in
 * docs/performance-pages.md.
 */
@ExtendWith(SharedTracker.class)
class PageFigures {
    private static final int VISITS = 5;
    private static final int PHONE = 360;
    private static final int SLOWER = 4;
    private static final int BYTES_A_SECOND = 1_600_000 / 8;
    private static final int LATENCY_MILLIS = 150;
    /** How long a page is watched after it has loaded. */
    private static final int QUIET_MILLIS = 1500;

    private static final String WATCH = """
            window.figures = {fcp: 0, lcp: 0, cls: 0, tasks: []};
            new PerformanceObserver(list => list.getEntries().forEach(entry => {
              if (entry.name === 'first-contentful-paint') figures.fcp = entry.startTime;
            })).observe({type: 'paint', buffered: true});
            new PerformanceObserver(list => list.getEntries().forEach(entry => { figures.lcp = entry.startTime; }))
              .observe({type: 'largest-contentful-paint', buffered: true});
            new PerformanceObserver(list => list.getEntries().forEach(entry => {
              if (!entry.hadRecentInput) figures.cls += entry.value;
            })).observe({type: 'layout-shift', buffered: true});
            new PerformanceObserver(list => list.getEntries().forEach(entry =>
              figures.tasks.push([entry.startTime, entry.duration]))).observe({type: 'longtask', buffered: true});
            """;

    private static final String READ = """
            () => [figures.fcp, figures.lcp, figures.cls,
              figures.tasks.filter(task => task[0] + task[1] > figures.fcp)
                .reduce((sum, task) => sum + Math.max(0, task[1] - 50), 0)]
            """;

    private final RunningTracker tracker;

    PageFigures(RunningTracker tracker) {
        this.tracker = tracker;
    }

    @Test
    void the_pages_that_everybody_reads() {
        await("trends")
                .atMost(Duration.ofMinutes(2))
                .until(() -> tracker.api()
                                .json("/api/v2/trending?timeframe=7d")
                                .path("total")
                                .asInt()
                        > 0);
        String card = tracker.api()
                .json("/api/v2/cards?limit=1&q=t:creature%20usd%3E0")
                .path("data")
                .path(0)
                .path("id")
                .asText();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("search", "/search?q=t%3Acreature");
        pages.put("search, list", "/search?q=t%3Acreature&as=list");
        pages.put("card", "/card?id=" + card);
        pages.put("sets", "/sets");
        pages.put("trending", "/trending?timeframe=7d");
        try (Chromium chromium = Chromium.launched()) {
            System.out.println("| page | kB | requests | FCP, ms | LCP, ms | CLS | TBT, ms |");
            pages.forEach(
                    (name, path) -> System.out.println(measured(chromium.browser(), name, tracker.address() + path)));
        }
    }

    private static String measured(Browser browser, String name, String address) {
        List<double[]> visits = new ArrayList<>();
        int[] weight = new int[2];
        for (int visit = 0; visit < VISITS; visit++) {
            try (BrowserContext context =
                    browser.newContext(new Browser.NewContextOptions().setViewportSize(PHONE, 640))) {
                Page page = context.newPage();
                slow(context.newCDPSession(page));
                page.addInitScript(WATCH);
                page.navigate(address);
                page.waitForLoadState(LoadState.LOAD);
                page.waitForTimeout(QUIET_MILLIS);
                @SuppressWarnings("unchecked")
                List<Number> read = (List<Number>) page.evaluate(READ);
                visits.add(read.stream().mapToDouble(Number::doubleValue).toArray());
                weight[0] = Chromium.weight(page);
                weight[1] = ((Number) page.evaluate("1 + performance.getEntriesByType('resource')"
                                + ".filter(entry => !/scryfall|\\/pictures\\//.test(entry.name)).length"))
                        .intValue();
            }
        }
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %d | %.0f | %.0f | %.3f | %.0f |",
                name,
                weight[0] / 1000.0,
                weight[1],
                median(visits, 0),
                median(visits, 1),
                median(visits, 2),
                median(visits, 3));
    }

    private static void slow(CDPSession session) {
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", LATENCY_MILLIS);
        network.addProperty("downloadThroughput", BYTES_A_SECOND);
        network.addProperty("uploadThroughput", BYTES_A_SECOND);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", network);
        JsonObject processor = new JsonObject();
        processor.addProperty("rate", SLOWER);
        session.send("Emulation.setCPUThrottlingRate", processor);
    }

    private static double median(List<double[]> visits, int figure) {
        double[] sorted =
                visits.stream().mapToDouble(visit -> visit[figure]).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
