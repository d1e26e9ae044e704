package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import org.mtgtracker.catalog.control.Source.Opened;

/** Scryfall's bulk data: a list of records, one of which says where today's file of the default cards is. */
final class Scryfall {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TYPE = "default_cards";
    private static final int LONGEST_LIST = 1 << 20;

    private final URI list;
    private final Web web;

    /** @param url of the API, without a path */
    Scryfall(String url, Web web) {
        this.list = URI.create(requireNonNull(url, "url is null").replaceAll("/+$", "") + "/bulk-data");
        this.web = requireNonNull(web, "web is null");
    }

    /** Begins the download of the default cards. */
    Opened defaultCards() throws IOException {
        JsonNode record = record();
        // since 2026 the file is JSON Lines; a proxy or an older copy of the API has the former field
        String address = record.path("jsonl_download_uri").asText("");
        if (address.isEmpty()) {
            address = record.path("download_uri").asText("");
        }
        if (address.isEmpty()) {
            throw new IOException(list + " names no download address for " + TYPE);
        }
        String updated = record.path("updated_at").asText("");
        Opened opened = web.download(resolved(address), "*/*");
        return new Opened(
                opened.stream(), updated.length() <= Sources.LONGEST_FINGERPRINT ? updated : opened.fingerprint());
    }

    private URI resolved(String address) throws IOException {
        try {
            return list.resolve(address);
        } catch (IllegalArgumentException e) {
            throw new IOException(list + " names an address that is none: " + address, e);
        }
    }

    private JsonNode record() throws IOException {
        try (Opened answer = web.download(list, "application/json")) {
            byte[] bytes = answer.stream().readNBytes(LONGEST_LIST);
            for (JsonNode record : MAPPER.readTree(bytes).path("data")) {
                if (TYPE.equals(record.path("type").asText())) {
                    return record;
                }
            }
        } catch (JsonProcessingException e) {
            throw new IOException(list + " did not answer with JSON: " + e.getOriginalMessage(), e);
        }
        throw new IOException(list + " lists no " + TYPE);
    }
}
