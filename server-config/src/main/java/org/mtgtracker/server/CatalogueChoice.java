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

/**
 * Which catalogue the application is to track, as settings that it reads.
 *
 * @param named {@code demo}, {@code scryfall}, a file or an address; empty when nothing is named
 */
record CatalogueChoice(String named) {
    private static final String DEMO = "demo";
    private static final Pattern ADDRESS = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+:.*");

    /**
     * @param typed what the command line names; null or blank when it names nothing
     * @throws StartFailure when it is a file that is not there
     */
    static CatalogueChoice of(String typed) {
        return new CatalogueChoice(typed == null ? "" : located(typed.strip()));
    }

    /** @param data where the demo's files are put */
    Map<String, String> settings(Path data, Clock clock) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (named.isEmpty() || named.equals(DEMO)) {
            offerDemo(data.resolve(DEMO), LocalDate.now(clock), settings);
        }
        if (!named.isEmpty()) {
            settings.put("tracker.catalogue", named);
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
        boolean isUri = choice.startsWith("file:");
        boolean isWord = choice.isEmpty() || choice.equals(DEMO) || choice.equals("scryfall");
        if (isWord || !isUri && ADDRESS.matcher(choice).matches()) {
            return choice;
        }
        Path file = path(choice, isUri).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw noFile(file.toString());
        }
        return file.toString();
    }

    private static Path path(String choice, boolean isUri) {
        try {
            return isUri ? Path.of(URI.create(choice)) : Path.of(choice);
        } catch (IllegalArgumentException e) {
            // an address that is none, or one of another machine
            throw noFile(choice);
        }
    }

    private static StartFailure noFile(String file) {
        return new StartFailure(
                StartFailure.Reason.WRONG_SETTING,
                "There is no file " + file
                        + ": --catalogue takes demo, scryfall, or a file or address of Scryfall card objects.");
    }
}
