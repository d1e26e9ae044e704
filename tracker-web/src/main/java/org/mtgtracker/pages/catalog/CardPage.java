package org.mtgtracker.pages.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.catalog.boundary.References;
import org.mtgtracker.pages.pricing.CardPriceReader;
import org.mtgtracker.pages.pricing.PricesView;
import org.mtgtracker.pages.site.Address;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.search.boundary.CardIdentifier;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.Found;
import org.mtgtracker.search.boundary.FoundCard;
import org.mtgtracker.search.boundary.IndexNotReady;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.boundary.Unique;
import org.mtgtracker.values.boundary.Uuids;

/** The page of one card: {@code /card?id=UUID}, and of its chart {@code range}, {@code in} and {@code finish}. */
@Named
@RequestScoped
public class CardPage {
    private static final int PRINTINGS = 60;
    /** Some cards name hundreds. */
    private static final int PARTS = 40;

    private final Sources sources;
    private final KnownCards known;
    private final CardPriceReader priceReader;
    private final Tiles tiles;
    private final Exchange exchange;
    private CardView card;
    private boolean retired;
    private String problem = "";
    private List<String> pictures = List.of();
    private PricesView prices;
    private List<CardTile> printings = List.of();
    private int allPrintings;
    private List<RulingView> rulings = List.of();
    private List<CardView.Part> related = List.of();

    /** Where a card is known from. */
    record Sources(CardSearch search, Catalogue catalogue, References references) {}

    @Inject
    public CardPage(
            CardSearch search,
            Catalogue catalogue,
            References references,
            KnownCards known,
            CardPriceReader priceReader,
            Tiles tiles,
            Exchange exchange) {
        this.sources = new Sources(search, catalogue, references);
        this.known = requireNonNull(known, "known is null");
        this.priceReader = requireNonNull(priceReader, "priceReader is null");
        this.tiles = requireNonNull(tiles, "tiles is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
    }

    /** For the container's proxy. */
    protected CardPage() {
        sources = null;
        known = null;
        priceReader = null;
        tiles = null;
        exchange = null;
    }

    /** Finds the card that the address names; without one the page says what is wrong, with a status to match. */
    public void load() {
        String text = exchange.parameter("id").orElse("").strip();
        if (!Uuids.isOne(text)) {
            problem(400, text.isEmpty() ? "The address names no card." : "The address does not hold the id of a card.");
            return;
        }
        UUID id = UUID.fromString(text);
        try {
            if (inMemory(id)) {
                showMore();
                return;
            }
            Optional<CardJson> found = sources.catalogue().card(id);
            Optional<UUID> successor =
                    found.filter(json -> !json.retired()).isPresent() ? Optional.empty() : successor(id);
            if (successor.isPresent()) {
                exchange.redirect("/card?id=" + successor.get());
                return;
            }
            found.ifPresentOrElse(
                    json -> {
                        retired = json.retired();
                        show(read(json));
                        showMore();
                    },
                    () -> problem(404, "There is no card with this id. It may have left the catalogue."));
        } catch (DatabaseUnavailable e) {
            problem(503, "The catalogue does not answer at the moment. Please try again in a minute.");
        }
    }

    private Optional<UUID> successor(UUID id) {
        return sources.catalogue().successor(id);
    }

    /** Shows the card that the search knows; false when it knows none of this id. */
    private boolean inMemory(UUID id) {
        try {
            CardSearch search = sources.search();
            KnownCards.Known found =
                    known.card(search.state(), id, () -> search.cards(List.of(new CardIdentifier.ById(id)))
                            .get(0)
                            .map(one -> {
                                byte[] json = new byte[one.object().remaining()];
                                one.object().duplicate().get(json);
                                return read(new CardJson(id, json, one.version()));
                            })
                            .orElse(null));
            if (found != null) {
                show(found);
            }
            return found != null;
        } catch (IndexNotReady e) {
            return false;
        }
    }

    private static KnownCards.Known read(CardJson json) {
        CardView card = CardReader.read(json);
        List<String> pictures = new ArrayList<>();
        for (int face = 0; face < card.faces().size(); face++) {
            pictures.add(CardPictures.address(card.id(), json.json(), face));
        }
        return new KnownCards.Known(card, pictures);
    }

    private void show(KnownCards.Known shown) {
        card = shown.card();
        pictures = shown.pictures();
    }

    /** Prices, printings and rulings. */
    private void showMore() {
        try {
            String state = sources.search().state();
            prices = priceReader.of(
                    state,
                    card.id(),
                    exchange.parameter("range").orElse(""),
                    exchange.parameter("in").orElse(""),
                    exchange.parameter("finish").orElse(""));
            related = inCatalogue(card.parts());
            if (Uuids.isOne(card.oracleId())) {
                UUID oracle = UUID.fromString(card.oracleId());
                KnownCards.Around around = known.around(state, oracle, () -> around(oracle));
                printings = around.printings();
                allPrintings = around.allPrintings();
                rulings = around.rulings();
            }
        } catch (IndexNotReady e) {
            // the card itself is there, and all of it in a few seconds
            printings = List.of();
        }
    }

    private List<CardView.Part> inCatalogue(List<CardView.Part> parts) {
        List<CardView.Part> first = parts.subList(0, Math.min(PARTS, parts.size()));
        List<Optional<FoundCard>> found = sources.search()
                .cards(first.stream()
                        .<CardIdentifier>map(part -> new CardIdentifier.ById(part.id()))
                        .toList());
        return IntStream.range(0, first.size())
                .filter(at -> found.get(at).isPresent())
                .mapToObj(first::get)
                .toList();
    }

    private KnownCards.Around around(UUID oracle) {
        Found found = sources.search()
                .search(SearchOptions.of(allPrintings())
                        .unique(Unique.PRINTS)
                        .order(Order.RELEASED, org.mtgtracker.search.boundary.Direction.AUTO)
                        .withExtras(true)
                        .limit(PRINTINGS));
        return new KnownCards.Around(tiles.of(found), found.total(), rulings(oracle));
    }

    private String allPrintings() {
        return "oracleid:" + card.oracleId() + " lang:any";
    }

    private List<RulingView> rulings(UUID oracle) {
        try (JsonReader reader =
                Json.createReader(new ByteArrayInputStream(sources.references().rulings(oracle)))) {
            return reader.readArray().stream()
                    .filter(JsonObject.class::isInstance)
                    .map(JsonObject.class::cast)
                    .map(ruling -> new RulingView(
                            ruling.getString("published_at", ""),
                            Piece.html(Piece.of(ruling.getString("comment", "")))))
                    .toList();
        } catch (DatabaseUnavailable e) {
            return List.of();
        }
    }

    /** The card; null when there is a problem instead. */
    public CardView getCard() {
        return card;
    }

    /** What the page is about, in a sentence for those who list it; empty without a card. */
    public String getAbout() {
        return card == null
                ? ""
                : "%s, %s, in %s (%s): prices by day, legality, all printings and rulings."
                        .formatted(card.name(), card.faces().get(0).typeLine(), card.setName(), card.setCode());
    }

    /** The first artist's name, as an address takes it. */
    public String getArtistInAddress() {
        return URLEncoder.encode(card.faces().get(0).artist(), UTF_8);
    }

    /** True for a card that the source has no more. */
    public boolean isRetired() {
        return retired;
    }

    /** A sentence for the reader; empty when the card is shown. */
    public String getProblem() {
        return problem;
    }

    /** Addresses of our own drawings of its faces. */
    public List<String> getPictures() {
        return pictures;
    }

    /** Null when they cannot be told in the first moments of a pod. */
    public PricesView getPrices() {
        return prices;
    }

    /** The newest printings of the card, this one among them. */
    public List<CardTile> getPrintings() {
        return printings;
    }

    /** The rows of the table of printings, as HTML. */
    public String getPrintingsRows() {
        StringBuilder html = new StringBuilder(800 * printings.size());
        printings.forEach(printing -> printing.writePrinting(html, card.id()));
        return html.toString();
    }

    /** Style classes that hide the columns of prices that no printing has. */
    public String getPrintingsStyle() {
        return without("no-usd", CardTile::getUsd)
                + without("no-foil", CardTile::getUsdFoil)
                + without("no-eur", CardTile::getEur)
                + without("no-tix", CardTile::getTix);
    }

    private String without(String style, Function<CardTile, String> price) {
        return printings.stream().map(price).allMatch(String::isEmpty) ? " " + style : "";
    }

    /** How many printings there are. */
    public int getPrintingsInAll() {
        return allPrintings;
    }

    /** The search that shows them all. */
    public String getPrintingsAddress() {
        return Address.of("/search")
                .with("q", allPrintings())
                .with("unique", "prints")
                .with("order", "released")
                .with("extras", "true")
                .toString();
    }

    /** Cards that belong to this one, those that can be shown. */
    public List<CardView.Part> getRelated() {
        return related;
    }

    public List<RulingView> getRulings() {
        return rulings;
    }

    private void problem(int status, String sentence) {
        exchange.status(status);
        problem = sentence;
    }
}
