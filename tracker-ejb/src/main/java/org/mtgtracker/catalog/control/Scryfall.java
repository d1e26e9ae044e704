package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.catalog.control.Source.Opened;

/** Scryfall's API as far as a catalogue needs it: the bulk files, and the lists that come in pages. */
final class Scryfall {
    private static final Logger LOG = Logger.getLogger(Scryfall.class.getName());
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String JSON = "application/json";
    private static final String CARDS = "_cards";
    private static final Pattern WEB = Pattern.compile("(?i)https?");
    private static final int LARGEST_PAGE = 1 << 25;
    private static final int MOST_PAGES = 1000;

    /** Of all pages of a list, whose objects are in memory together; far more than Scryfall's. */
    private static final long LARGEST_LIST = 1L << 26;

    private final String url;
    private final Downloads downloads;
    private final Clock clock;

    /** @param url of the API, without a path */
    Scryfall(String url, Downloads downloads, Clock clock) {
        this.url = requireNonNull(url, "url is null").strip().replaceAll("/+$", "") + "/";
        this.downloads = requireNonNull(downloads, "downloads is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Begins the download of today's bulk file.
     *
     * @param type as Scryfall calls it: default_cards, all_cards, rulings, oracle_tags, art_tags
     * @param known fingerprint of the file that is there already; empty for none
     * @return empty when that is still the newest one
     */
    Optional<Opened> bulk(String type, String known) throws IOException {
        JsonNode file = bulkRecord(type);
        String updated = file.path("updated_at").asText("");
        boolean stamped = !updated.isEmpty() && updated.length() <= Sources.LONGEST_FINGERPRINT;
        if (stamped && updated.equals(known)) {
            return Optional.empty();
        }
        URI address = resolved(file, type);
        return downloads
                .begin(address, "*/*", stamped ? "" : known)
                .map(begun -> new Opened(
                        begun.stream(),
                        stamped ? updated : begun.fingerprint(),
                        begun.size(),
                        priceDay(type, updated)));
    }

    /**
     * Hands out the objects of a list, page by page.
     *
     * @param path below the API's address: sets, symbology, migrations
     */
    void list(String path, Consumer<JsonNode> each) throws IOException {
        URI first = api().resolve(path);
        URI next = first;
        Set<URI> asked = new HashSet<>();
        long left = LARGEST_LIST;
        while (next != null) {
            if (!asked.add(next)) {
                throw new IOException(next + " is the next page of itself, or of one that comes after it");
            }
            if (asked.size() > MOST_PAGES) {
                throw new IOException(first + " has more than " + MOST_PAGES + " pages");
            }
            byte[] page = downloads.whole(next, JSON, LARGEST_PAGE);
            left -= page.length;
            if (left < 0) {
                throw new IOException(first + " has more than " + LARGEST_LIST + " bytes");
            }
            JsonNode list = json(next, page);
            if (!list.path("data").isArray()) {
                throw new IOException(next + " did not answer with a list");
            }
            list.path("data").forEach(each);
            next = list.path("has_more").asBoolean(false) ? following(list, next) : null;
        }
    }

    private URI api() throws IOException {
        try {
            URI api = URI.create(url);
            if (isOfTheWeb(api)) {
                return api;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IOException("tracker.scryfall.url leads to \"" + url + "\", which is no http: or https: address");
    }

    private static boolean isOfTheWeb(URI address) {
        return address.getHost() != null
                && WEB.matcher(String.valueOf(address.getScheme())).matches();
    }

    private JsonNode bulkRecord(String type) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        list("bulk-data", file -> {
            if (type.equals(file.path("type").asText())) {
                found.add(file);
            }
        });
        if (found.isEmpty()) {
            throw new IOException(api().resolve("bulk-data") + " lists no " + type);
        }
        return found.get(0);
    }

    private URI resolved(JsonNode file, String type) throws IOException {
        // since 2026 the file is JSON Lines; a proxy or an older copy of the API has the former field
        String address = file.path("jsonl_download_uri").asText("");
        if (address.isEmpty()) {
            address = file.path("download_uri").asText("");
        }
        URI list = api().resolve("bulk-data");
        if (address.isEmpty()) {
            throw new IOException(list + " names no download address for " + type);
        }
        return address(address, list);
    }

    private static URI following(JsonNode list, URI page) throws IOException {
        String text = list.path("next_page").asText("");
        if (text.isEmpty()) {
            throw new IOException(page + " says that it has more, and not where");
        }
        return address(text, page);
    }

    private static URI address(String text, URI from) throws IOException {
        try {
            URI address = from.resolve(text);
            if (isOfTheWeb(address)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IOException(from + " names an address that is none of the web: " + text);
    }

    private static JsonNode json(URI address, byte[] page) throws IOException {
        try {
            return MAPPER.readTree(page);
        } catch (JsonProcessingException e) {
            throw new IOException(address + " did not answer with JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The UTC date of a file; null where that is no day that prices can be of: a clock may be wrong, also Scryfall's. */
    private LocalDate priceDay(String type, String updated) {
        if (!type.endsWith(CARDS)) {
            return null;
        }
        try {
            LocalDate day = OffsetDateTime.parse(updated)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDate();
            if (CardPrices.canBeOf(day, clock)) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        LOG.warning(() -> "Scryfall says that its " + type + " are of \"" + updated + "\", which is no day from "
                + CardPrices.FIRST_DAY + " to tomorrow (UTC); the prices in them do not go to the history.");
        return null;
    }
}
