package org.mtgtracker.pages.search;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mtgtracker.pages.catalog.CardTile;
import org.mtgtracker.pages.catalog.Tiles;
import org.mtgtracker.pages.search.SearchWish.Display;
import org.mtgtracker.pages.site.Choice;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.pages.site.Marked;
import org.mtgtracker.search.boundary.BadCursor;
import org.mtgtracker.search.boundary.BadQuery;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.Direction;
import org.mtgtracker.search.boundary.Found;
import org.mtgtracker.search.boundary.IndexNotReady;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.boundary.QueryTooLong;
import org.mtgtracker.search.boundary.Unique;

/** The results of a search, which its address describes in full: {@code /search?q=}. */
@Named
@RequestScoped
public class SearchPage {
    private static final int LONGEST_IN_HEADING = 80;
    private static final Pattern SAYS_ITSELF =
            Pattern.compile("(?i)(?:^|[\\s(])(order|sort|dir|direction|unique|prefer)[:=]");

    private static final Map<Order, String> ORDERS = Map.ofEntries(
            Map.entry(Order.NAME, "Name"),
            Map.entry(Order.SET, "Set and number"),
            Map.entry(Order.RELEASED, "Release"),
            Map.entry(Order.RARITY, "Rarity"),
            Map.entry(Order.COLOR, "Colour"),
            Map.entry(Order.USD, "Price in dollars"),
            Map.entry(Order.TIX, "Price in tickets"),
            Map.entry(Order.EUR, "Price in euros"),
            Map.entry(Order.CMC, "Mana value"),
            Map.entry(Order.POWER, "Power"),
            Map.entry(Order.TOUGHNESS, "Toughness"),
            Map.entry(Order.ARTIST, "Artist"),
            Map.entry(Order.EDHREC, "EDHREC rank"),
            Map.entry(Order.PENNY, "Penny rank"),
            Map.entry(Order.REVIEW, "Set review"),
            Map.entry(Order.SPOILED, "First known"));

    private final CardSearch search;
    private final Tiles tiles;
    private final Exchange exchange;
    private SearchWish wish;
    private boolean starting;
    private String problem = "";
    private Marked marked = Marked.NOTHING;
    private List<String> warnings = List.of();
    private int total;
    private List<CardTile> cards = List.of();

    @Inject
    public SearchPage(CardSearch search, Tiles tiles, Exchange exchange) {
        this.search = requireNonNull(search, "search is null");
        this.tiles = requireNonNull(tiles, "tiles is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
    }

    /** For the container's proxy. */
    protected SearchPage() {
        search = null;
        tiles = null;
        exchange = null;
    }

    /** Searches; what was typed is kept whatever comes of it. */
    public void load() {
        wish = SearchWish.of(exchange.parameter("q").orElse(""), exchange);
        warnings = wish.complaints();
        try {
            Found found = search.search(wish.options());
            if (found.total() == 1 && wish.words().startsWith("!") && wish.page() == 1) {
                // who names one card wants to see it
                exchange.redirect("/card?id=" + found.cards().get(0));
                return;
            }
            total = found.total();
            warnings =
                    Stream.concat(warnings.stream(), found.warnings().stream()).toList();
            cards = tiles.of(found);
        } catch (QueryTooLong e) {
            problem(400, e.getMessage() + " Shorten it and search again.");
        } catch (BadQuery e) {
            warnings = Stream.concat(warnings.stream(), e.warnings().stream()).toList();
            problem(400, e.getMessage());
            marked = Marked.of(wish.words(), e.getMessage());
        } catch (BadCursor e) {
            problem(400, e.getMessage());
        } catch (IndexNotReady e) {
            starting = true;
            problem(503, "The search is still starting. This page tries again by itself in a few seconds.");
        }
    }

    private void problem(int status, String sentence) {
        exchange.status(status);
        problem = sentence;
    }

    /** True when the pod has just started and the page is to be asked for again soon. */
    public boolean isStarting() {
        return starting;
    }

    /** What was typed. */
    public String getWords() {
        return wish.words();
    }

    /** How many characters can be typed. */
    public int getLongest() {
        return CardSearch.LONGEST_QUERY;
    }

    /** A sentence about what is wrong; empty when nothing is. */
    public String getProblem() {
        return problem;
    }

    /** What was typed, with the place marked at which it is wrong. */
    public Marked getMarked() {
        return marked;
    }

    /** Sentences about what was left out. */
    public List<String> getWarnings() {
        return warnings;
    }

    /** True when the query says itself how its results are shown, which goes before the fields of the page. */
    public boolean isSaidByQuery() {
        return SAYS_ITSELF.matcher(wish.words()).find();
    }

    /** The cards of this page. */
    public List<CardTile> getCards() {
        return cards;
    }

    /** How many cards match, and which of them are here: {@code 1,234 cards, 61 to 120}. */
    public String getTotal() {
        String one = wish.unique() == Unique.CARDS ? "card" : wish.unique() == Unique.ART ? "illustration" : "printing";
        if (total == 1) {
            return "1 " + one;
        }
        String all = String.format(Locale.ENGLISH, "%,d %ss", total, one);
        return cards.isEmpty() || total <= cards.size()
                ? all
                : all + String.format(Locale.ENGLISH, ", %,d to %,d", from() + 1, from() + cards.size());
    }

    private int from() {
        return (wish.page() - 1) * wish.size();
    }

    /** True when there is no card at all, rather than none on a page that does not exist. */
    public boolean isNothing() {
        return problem.isEmpty() && total == 0;
    }

    /** True when the address names a page behind the last. */
    public boolean isBeyond() {
        return problem.isEmpty() && total > 0 && cards.isEmpty();
    }

    /** The heading of the results. */
    public String getHeading() {
        String typed = wish.words().strip();
        if (typed.isEmpty()) {
            return "All cards";
        }
        if (typed.codePointCount(0, typed.length()) > LONGEST_IN_HEADING) {
            typed = typed.substring(0, typed.offsetByCodePoints(0, LONGEST_IN_HEADING)) + "…";
        }
        return "Cards for “" + typed + "”";
    }

    /** True when cards are shown as rows with columns. */
    public boolean isList() {
        return wish.display() == Display.LIST;
    }

    public List<Choice> getDisplays() {
        return Choice.links(
                List.of(Display.values()),
                wish.display(),
                wish::as,
                display -> display == Display.GRID ? "Pictures" : "List");
    }

    /** The word for the way that the cards are shown now, which a form sends along. */
    public String getDisplay() {
        return wish.display().word();
    }

    public List<Choice> getOrders() {
        return Choice.of(List.of(Order.values()), wish.order(), Order::word, ORDERS::get);
    }

    public List<Choice> getDirections() {
        return Choice.of(
                List.of(Direction.values()),
                wish.direction(),
                Direction::word,
                direction -> direction == Direction.AUTO ? "Usual" : direction == Direction.ASC ? "Rising" : "Falling");
    }

    public List<Choice> getUniques() {
        return Choice.of(
                List.of(Unique.values()),
                wish.unique(),
                Unique::word,
                unique -> unique == Unique.CARDS ? "Cards" : unique == Unique.ART ? "Illustrations" : "All printings");
    }

    public List<Choice> getSizes() {
        return Choice.of(SearchWish.SIZES, wish.size(), size -> Integer.toString(size), size -> Integer.toString(size));
    }

    /** For the attribute {@code checked} of the box that shows extras. */
    public String getExtras() {
        return wish.extras() ? "checked" : "";
    }

    public int getPage() {
        return wish.page();
    }

    public int getPages() {
        return Math.max(1, (total + wish.size() - 1) / wish.size());
    }

    public String getFirstAddress() {
        return wish.address(1);
    }

    /** The address of the page before this one; empty on the first. */
    public String getPreviousAddress() {
        return wish.page() == 1 ? "" : wish.address(Math.min(wish.page() - 1, getPages()));
    }

    /** The address of the page after this one; empty on the last. */
    public String getNextAddress() {
        return wish.page() >= getPages() ? "" : wish.address(wish.page() + 1);
    }

    public String getLastAddress() {
        return wish.address(getPages());
    }
}
