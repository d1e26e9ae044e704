package org.mtgtracker.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.mtgtracker.server.demo.DemoCatalogue;

/** Which catalogue the application is to track, as settings that it reads. */
final class CatalogueChoice {
    private static final Pattern ADDRESS = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+:.*");

    private CatalogueChoice() {}

    /**
     * @param named {@code demo}, {@code scryfall}, a file or an address; null or blank when nothing is named
     * @param data where the demo's files are put
     */
    static Map<String, String> settings(String named, Path data, Clock clock) {
        Map<String, String> settings = new LinkedHashMap<>();
        String choice = named == null ? "" : named.strip();
        if (choice.isEmpty() || choice.equals("demo")) {
            offerDemo(data.resolve("demo"), LocalDate.now(clock), settings);
        }
        if (!choice.isEmpty()) {
            settings.put("tracker.catalogue", located(choice));
        }
        return settings;
    }

    private static void offerDemo(Path folder, LocalDate today, Map<String, String> settings) {
        Path cards = folder.resolve("demo-cards.jsonl.gz");
        Path prices = folder.resolve("demo-prices.csv.gz");
        try {
            if (!Files.exists(cards) || !Files.exists(prices)) {
                Files.createDirectories(folder);
                DemoCatalogue demo = DemoCatalogue.upTo(today);
                demo.writePrices(prices);
                demo.writeCards(cards);
            }
        } catch (IOException e) {
            throw new StartFailure(
                    StartFailure.Reason.WRONG_SETTING,
                    "The demo cannot be put into " + folder + ": " + e.getMessage(),
                    e);
        }
        settings.put("tracker.demo.cards", cards.toString());
        settings.put("tracker.demo.prices", prices.toString());
    }

    /** A file is taken from the folder in which the launcher was started; the server runs elsewhere. */
    private static String located(String choice) {
        boolean isFile = !choice.equals("demo")
                && !choice.equals("scryfall")
                && !ADDRESS.matcher(choice).matches();
        if (choice.startsWith("file:")) {
            return Path.of(URI.create(choice)).toAbsolutePath().normalize().toString();
        }
        return isFile ? Path.of(choice).toAbsolutePath().normalize().toString() : choice;
    }
}
