package org.mtgtracker.pages.catalog;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mtgtracker.pages.site.Kept;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.pricing.boundary.LatestPrice;
import org.mtgtracker.pricing.boundary.LatestPrices;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.search.boundary.CardIdentifier;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.Found;
import org.mtgtracker.search.boundary.FoundCard;

/**
 * Makes the cards of lists, and remembers them as long as cards and prices stay what they are. Without the database they
 * come without prices.
 */
@Named
@ApplicationScoped
public class Tiles {
    private static final int MOST_KEPT = 10_000;

    private final CardSearch search;
    private final LatestPrices latest;
    private final Kept<UUID, CardTile> kept = new Kept<>(MOST_KEPT);

    @Inject
    public Tiles(CardSearch search, LatestPrices latest) {
        this.search = requireNonNull(search, "search is null");
        this.latest = requireNonNull(latest, "latest is null");
    }

    /** For the container's proxy. */
    protected Tiles() {
        search = null;
        latest = null;
    }

    /** Cards as pictures, as HTML. */
    public String grid(List<CardTile> cards) {
        StringBuilder html = new StringBuilder(640 * cards.size());
        cards.forEach(card -> html.append(card.getTile()));
        return html.toString();
    }

    /** Cards as rows with columns, as HTML. */
    public String rows(List<CardTile> cards) {
        StringBuilder html = new StringBuilder(800 * cards.size());
        cards.forEach(card -> html.append(card.getRow()));
        return html.toString();
    }

    /** The cards that a search has found. */
    public List<CardTile> of(Found found) {
        return of(found.cards(), found.objects());
    }

    /** The cards with these ids that the search knows, by their ids. */
    public Map<UUID, CardTile> of(List<UUID> ids) {
        String state = search.state();
        Map<UUID, CardTile> byId = new HashMap<>();
        List<CardIdentifier> missing = new ArrayList<>();
        for (UUID id : ids) {
            CardTile tile = kept.peek(state, id);
            if (tile == null) {
                missing.add(new CardIdentifier.ById(id));
            } else {
                byId.put(id, tile);
            }
        }
        if (!missing.isEmpty()) {
            List<FoundCard> found = new ArrayList<>();
            search.cards(missing).forEach(card -> card.ifPresent(found::add));
            List<CardTile> tiles = of(
                    found.stream().map(FoundCard::id).toList(),
                    found.stream().map(FoundCard::object).toList());
            for (int at = 0; at < tiles.size(); at++) {
                byId.put(found.get(at).id(), tiles.get(at));
            }
        }
        return byId;
    }

    private List<CardTile> of(List<UUID> ids, List<ByteBuffer> objects) {
        String state = search.state();
        CardTile[] tiles = new CardTile[ids.size()];
        List<UUID> missing = new ArrayList<>();
        for (int at = 0; at < tiles.length; at++) {
            tiles[at] = kept.peek(state, ids.get(at));
            if (tiles[at] == null) {
                missing.add(ids.get(at));
            }
        }
        if (!missing.isEmpty()) {
            Optional<Map<UUID, LatestPrice>> prices = prices(missing);
            for (int at = 0; at < tiles.length; at++) {
                if (tiles[at] == null) {
                    tiles[at] = tile(ids.get(at), objects.get(at), prices.orElse(Map.of()));
                    if (prices.isPresent()) {
                        kept.put(state, ids.get(at), tiles[at]);
                    }
                }
            }
        }
        return List.of(tiles);
    }

    private static CardTile tile(UUID id, ByteBuffer object, Map<UUID, LatestPrice> prices) {
        byte[] json = new byte[object.remaining()];
        object.duplicate().get(json);
        Map<PriceType, DatedPrice> latest =
                prices.containsKey(id) ? prices.get(id).prices() : Map.of();
        return new CardTile(CardReader.read(id, object), CardPictures.address(id, json, 0), latest);
    }

    /** Empty when the database does not answer. */
    private Optional<Map<UUID, LatestPrice>> prices(List<UUID> ids) {
        try {
            Map<UUID, LatestPrice> prices = new HashMap<>();
            for (int from = 0; from < ids.size(); from += LatestPrices.MOST) {
                latest.of(ids.subList(from, Math.min(ids.size(), from + LatestPrices.MOST))).stream()
                        .forEach(price -> prices.put(price.card(), price));
            }
            return Optional.of(prices);
        } catch (DatabaseUnavailable e) {
            return Optional.empty();
        }
    }
}
