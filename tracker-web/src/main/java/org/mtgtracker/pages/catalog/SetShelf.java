package org.mtgtracker.pages.catalog;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtgtracker.catalog.boundary.References;
import org.mtgtracker.pages.site.Kept;
import org.mtgtracker.search.boundary.CardSearch;

/** The sets as pages show them, read once for each state of the catalogue. */
@ApplicationScoped
public class SetShelf {
    private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());
    private static final String ICONS = "https://svgs.scryfall.io/";
    private static final String SCRYFALL = "https://scryfall.com/";

    private final References references;
    private final CardSearch search;
    private final Kept<String, List<SetView>> kept = new Kept<>(2);

    @Inject
    public SetShelf(References references, CardSearch search) {
        this.references = requireNonNull(references, "references is null");
        this.search = requireNonNull(search, "search is null");
    }

    /** For the container's proxy. */
    protected SetShelf() {
        references = null;
        search = null;
    }

    /**
     * All sets, the newest first.
     *
     * @throws org.mtgtracker.persistence.boundary.DatabaseUnavailable when they are not known yet and no database answers
     * @throws org.mtgtracker.search.boundary.IndexNotReady in the first moments of a pod
     */
    public List<SetView> sets() {
        return kept.get(search.state(), "all", all -> references.sets().stream()
                .map(SetShelf::view)
                .toList());
    }

    /** The set with this code, in any case. */
    public Optional<SetView> set(String code) {
        return sets().stream()
                .filter(set -> set.getCode().equalsIgnoreCase(code))
                .findFirst();
    }

    private static SetView view(References.SetJson set) {
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(set.json()))) {
            JsonObject object = reader.readObject();
            String icon = text(object, "icon_svg_uri");
            String uri = text(object, "scryfall_uri");
            return new SetView(
                    set.code(),
                    text(object, "name"),
                    text(object, "set_type"),
                    set.releasedAt(),
                    object.getInt("card_count", 0),
                    icon.startsWith(ICONS) ? icon : "",
                    uri.startsWith(SCRYFALL) ? uri : "");
        }
    }

    private static String text(JsonObject object, String key) {
        return object.get(key) instanceof JsonString string ? string.getString() : "";
    }
}
