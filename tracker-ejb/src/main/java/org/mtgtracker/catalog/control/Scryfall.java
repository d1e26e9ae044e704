package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mtgtracker.catalog.control.Source.Opened;

/** Scryfall's API as far as a catalogue needs it: the bulk files, and the lists that come in pages. */
final class Scryfall {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String JSON = "application/json";
    private static final int LARGEST_PAGE = 1 << 25;
    private static final int MOST_PAGES = 1000;

    private final URI api;
    private final Downloads downloads;

    /** @param url of the API, without a path */
    Scryfall(String url, Downloads downloads) {
        this.api = URI.create(requireNonNull(url, "url is null").replaceAll("/+$", "") + "/");
        this.downloads = requireNonNull(downloads, "downloads is null");
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
        Downloads.Begun begun =
                downloads.begin(address, "*/*", "").orElseThrow(() -> new IOException(address + " has nothing new"));
        return Optional.of(
                new Opened(begun.stream(), stamped ? updated : begun.fingerprint(), begun.size(), utcDate(updated)));
    }

    /**
     * Hands out the objects of a list, page by page.
     *
     * @param path below the API's address: sets, symbology, migrations
     */
    void list(String path, Consumer<JsonNode> each) throws IOException {
        URI next = api.resolve(path);
        for (int page = 1; next != null; page++) {
            if (page > MOST_PAGES) {
                throw new IOException(api.resolve(path) + " has more than " + MOST_PAGES + " pages");
            }
            JsonNode list = json(next);
            if (!list.path("data").isArray()) {
                throw new IOException(next + " did not answer with a list");
            }
            list.path("data").forEach(each);
            next = list.path("has_more").asBoolean(false)
                    ? address(list.path("next_page").asText(""), next)
                    : null;
        }
    }

    private JsonNode bulkRecord(String type) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        list("bulk-data", file -> {
            if (type.equals(file.path("type").asText())) {
                found.add(file);
            }
        });
        if (found.isEmpty()) {
            throw new IOException(api.resolve("bulk-data") + " lists no " + type);
        }
        return found.get(0);
    }

    private URI resolved(JsonNode file, String type) throws IOException {
        // since 2026 the file is JSON Lines; a proxy or an older copy of the API has the former field
        String address = file.path("jsonl_download_uri").asText("");
        if (address.isEmpty()) {
            address = file.path("download_uri").asText("");
        }
        URI list = api.resolve("bulk-data");
        if (address.isEmpty()) {
            throw new IOException(list + " names no download address for " + type);
        }
        return address(address, list);
    }

    private static URI address(String text, URI from) throws IOException {
        try {
            return from.resolve(text);
        } catch (IllegalArgumentException e) {
            throw new IOException(from + " names an address that is none: " + text, e);
        }
    }

    private JsonNode json(URI address) throws IOException {
        Downloads.Begun answer = downloads
                .begin(address, JSON, "")
                .orElseThrow(() -> new IOException(address + " answered that nothing was new"));
        try (InputStream body = answer.stream()) {
            byte[] bytes = body.readNBytes(LARGEST_PAGE + 1);
            if (bytes.length > LARGEST_PAGE) {
                throw new IOException(address + " answered with more than " + LARGEST_PAGE + " bytes");
            }
            return MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new IOException(address + " did not answer with JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static LocalDate utcDate(String instant) {
        try {
            return OffsetDateTime.parse(instant)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDate();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
