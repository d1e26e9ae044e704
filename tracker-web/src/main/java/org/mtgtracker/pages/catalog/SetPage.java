package org.mtgtracker.pages.catalog;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mtgtracker.pages.site.Address;
import org.mtgtracker.pages.site.Amounts;
import org.mtgtracker.pages.site.Choice;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.Direction;
import org.mtgtracker.search.boundary.Found;
import org.mtgtracker.search.boundary.IndexNotReady;
import org.mtgtracker.search.boundary.Order;

/** One set, its cards and what they are worth: {@code /set?code=abc}. */
@Named
@RequestScoped
public class SetPage {
    private static final int CARDS_ON_A_PAGE = 120;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_]{1,10}");
    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,4}");
    private static final List<Order> ORDERS = List.of(Order.SET, Order.NAME, Order.RARITY, Order.USD, Order.COLOR);

    private final SetShelf shelf;
    private final SetWorth worths;
    private final CardSearch search;
    private final Tiles tiles;
    private final Exchange exchange;
    private SetView set;
    private String problem = "";
    private List<CardTile> cards = List.of();
    private List<Sum> sums = List.of();
    private Order order = Order.SET;
    private int page = 1;
    private int total;

    /** What the cards of the set cost together in one currency and finish. */
    public static final class Sum {
        private final String kind;
        private final String amount;
        private final String priced;

        Sum(String kind, String amount, String priced) {
            this.kind = requireNonNull(kind, "kind is null");
            this.amount = requireNonNull(amount, "amount is null");
            this.priced = requireNonNull(priced, "priced is null");
        }

        public String getKind() {
            return kind;
        }

        public String getAmount() {
            return amount;
        }

        public String getPriced() {
            return priced;
        }
    }

    @Inject
    public SetPage(SetShelf shelf, SetWorth worths, CardSearch search, Tiles tiles, Exchange exchange) {
        this.shelf = requireNonNull(shelf, "shelf is null");
        this.worths = requireNonNull(worths, "worths is null");
        this.search = requireNonNull(search, "search is null");
        this.tiles = requireNonNull(tiles, "tiles is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
    }

    /** For the container's proxy. */
    protected SetPage() {
        shelf = null;
        worths = null;
        search = null;
        tiles = null;
        exchange = null;
    }

    public void load() {
        String code = exchange.parameter("code").orElse("").strip();
        try {
            Optional<SetView> found = CODE.matcher(code).matches() ? shelf.set(code) : Optional.empty();
            if (found.isEmpty()) {
                problem(404, code.isEmpty() ? "The address names no set." : "There is no set with this code.");
                return;
            }
            set = found.get();
            order = exchange.parameter("order")
                    .flatMap(Order::of)
                    .filter(ORDERS::contains)
                    .orElse(Order.SET);
            page = exchange.parameter("page")
                    .filter(number -> PAGE.matcher(number).matches())
                    .map(Integer::parseInt)
                    .orElse(1);
            Found result = search.search(SetWorth.cardsOf(set.getCode())
                    .order(order, Direction.AUTO)
                    .limit(CARDS_ON_A_PAGE)
                    .page(page));
            total = result.total();
            cards = tiles.of(result);
            sums = sums();
        } catch (DatabaseUnavailable | IndexNotReady e) {
            problem(503, "The sets cannot be read at the moment. Please try again in a minute.");
        }
    }

    private List<Sum> sums() {
        try {
            SetWorth.Worth worth = worths.of(set.getCode());
            List<Sum> all = new ArrayList<>();
            for (PriceType type : PriceType.ALL) {
                if (worth.sums().containsKey(type)) {
                    all.add(new Sum(
                            Amounts.name(type),
                            Amounts.of(type, worth.sums().get(type)),
                            String.format(
                                    Locale.ENGLISH,
                                    "%,d of %,d cards",
                                    worth.priced().get(type),
                                    worth.cards())));
                }
            }
            return all;
        } catch (DatabaseUnavailable e) {
            return List.of();
        }
    }

    private void problem(int status, String sentence) {
        exchange.status(status);
        problem = sentence;
    }

    /** Null when there is a problem instead. */
    public SetView getSet() {
        return set;
    }

    public String getProblem() {
        return problem;
    }

    /** What the page is about, in a sentence for those who list it; empty without a set. */
    public String getAbout() {
        return set == null
                ? ""
                : "%s (%s): its %d cards, what each of them costs and what all cost together."
                        .formatted(set.getName(), set.getCapitals(), total);
    }

    public List<CardTile> getCards() {
        return cards;
    }

    public List<Sum> getSums() {
        return sums;
    }

    public int getTotal() {
        return total;
    }

    public List<Choice> getOrders() {
        return Choice.links(ORDERS, order, one -> address(one, 1), one -> switch (one) {
            case SET -> "Number";
            case USD -> "Price";
            case COLOR -> "Colour";
            default ->
                one.word().substring(0, 1).toUpperCase(Locale.ROOT) + one.word().substring(1);
        });
    }

    private String address(Order by, int number) {
        return Address.of("/set")
                .with("code", set.getCode())
                .with("order", by.word(), Order.SET.word())
                .with("page", Integer.toString(number), "1")
                .toString();
    }

    public int getPage() {
        return page;
    }

    public int getPages() {
        return Math.max(1, (total + CARDS_ON_A_PAGE - 1) / CARDS_ON_A_PAGE);
    }

    public String getPreviousAddress() {
        return page == 1 ? "" : address(order, Math.min(page - 1, getPages()));
    }

    public String getNextAddress() {
        return page >= getPages() ? "" : address(order, page + 1);
    }

    public String getFirstAddress() {
        return address(order, 1);
    }

    public String getLastAddress() {
        return address(order, getPages());
    }
}
